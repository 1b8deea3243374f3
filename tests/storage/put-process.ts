import { readdirSync } from 'node:fs';
import { localFolder } from '@/lib/storage/local-folder';

// Puts one file into a folder, within the limits this process was started with, and says what came of it.
const [folder = '', path = '', sizeBytes = '', sha256 = ''] = process.argv.slice(2);
const result = await localFolder(folder).put({ path, sizeBytes: Number(sizeBytes), sha256 });
const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
console.log(JSON.stringify({ result, left: left.map((entry) => entry.name) }));
