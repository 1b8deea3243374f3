import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { SchemaEngine as Engine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

type EngineGlue = {
  SchemaEngine: typeof Engine;
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

/**
 * The SQL that would turn the database at `url` into what the schema file says; empty when they agree.
 * Runs Prisma's own schema engine as WebAssembly, because the native one would have to be downloaded.
 */
export async function diffSchema(url: string, schemaPath: string): Promise<string> {
  const files = [{ path: schemaPath, content: await readFile(schemaPath, 'utf8') }];
  const pool = new pg.Pool({ connectionString: url, max: 1, Client: CharAsTextClient });
  try {
    const engine = await startEngine(declaringCharacters(new PrismaPg(pool)));
    const result = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: path.dirname(schemaPath) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    });
    const script = result.stdout ?? '';
    return script.includes('This is an empty migration') ? '' : script.trim();
  } finally {
    await pool.end();
  }
}

async function startEngine(adapter: PrismaPg): Promise<Engine> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  // The package's own entry imports the .wasm file as a module, which Node 20 cannot do.
  const glue: EngineGlue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href);
  const engine = await WebAssembly.compile(await readFile(path.join(folder, 'schema_engine_bg.wasm')));
  // The glue module itself is the import object that the engine asks for; its type cannot say so.
  const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports };
  const instance = await WebAssembly.instantiate(engine, imports);
  glue.__wbg_set_wasm(instance.exports);
  // wasm-bindgen's start function takes nothing; WebAssembly.Exports knows only "some export".
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

// PostgreSQL's internal type "char" and its array stand in the catalogue tables that the engine reads; adapter-pg has no
// word for the first. Such a column is asked for as text and then declared to be a character.
const CHAR = 18;
const TEXT = 25;

class CharAsTextClient extends pg.Client {
  // pg's overloads of query cannot be restated here. The pool always passes a callback last; only its result is touched.
  override query(...call: unknown[]): never {
    const done = call.at(-1);
    if (typeof done === 'function') {
      call[call.length - 1] = (error: unknown, result: pg.QueryResult | undefined) => done(error, charAsText(result));
    }
    return (super.query as (...args: unknown[]) => unknown).apply(this, call) as never;
  }
}

function charAsText(result: pg.QueryResult | undefined): pg.QueryResult | undefined {
  for (const field of result?.fields ?? []) {
    if (field.dataTypeID !== CHAR) continue;
    field.dataTypeID = TEXT;
    field.name = `${field.name}${CHAR_MARK}`;
  }
  return result;
}

const CHAR_MARK = '\u0000char';

function declaringCharacters(factory: PrismaPg): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const query = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (statement) => {
      const rows = await query(statement);
      rows.columnNames.forEach((name, i) => {
        if (!name.endsWith(CHAR_MARK)) return;
        rows.columnNames[i] = name.slice(0, -CHAR_MARK.length);
        rows.columnTypes[i] = ColumnTypeEnum.Character;
      });
      return rows;
    };
    return adapter;
  };
  return factory;
}
