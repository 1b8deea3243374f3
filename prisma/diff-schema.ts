import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
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
    const engine = await startEngine(new PrismaPg(pool));
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

/**
 * PostgreSQL's internal type "char" (18) and its array (1002) stand in the catalogue tables that the engine reads;
 * adapter-pg knows neither, so they are reported as text (25) and text[] (1009).
 */
class CharAsTextClient extends pg.Client {
  // pg's overloads of query cannot be restated here. The pool always passes a callback last; only its result is touched.
  override query(...call: unknown[]): never {
    const done = call.at(-1);
    if (typeof done === 'function') {
      call[call.length - 1] = (error: unknown, result: pg.QueryResult | undefined) =>
        done(error, charFieldsAsText(result));
    }
    return (super.query as (...args: unknown[]) => unknown).apply(this, call) as never;
  }
}

function charFieldsAsText(result: pg.QueryResult | undefined): pg.QueryResult | undefined {
  for (const field of result?.fields ?? []) {
    if (field.dataTypeID === 18) field.dataTypeID = 25;
    if (field.dataTypeID === 1002) field.dataTypeID = 1009;
  }
  return result;
}
