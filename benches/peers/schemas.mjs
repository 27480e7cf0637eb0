// Reads every record with smol-toml and validates it by its kind's schema with @exodus/schemasafe.
// Arguments: the folder of packages, the folder of schemas, the workspace. Prints the paths of
// records with a fault.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

const [packages, schemas, workspace] = process.argv.slice(2);
const require = createRequire(join(packages, "package.json"));
const { parse } = await import(require.resolve("smol-toml"));
const { validator } = require("@exodus/schemasafe");

const KINDS = { actors: "actor", dynamics: "dynamic", published: "published" };
const validators = new Map();

function validatorOf(kind) {
  if (!validators.has(kind)) {
    const schema = JSON.parse(readFileSync(join(schemas, `${kind}.schema.json`), "utf8"));
    validators.set(kind, validator(schema, { mode: "lax" }));
  }
  return validators.get(kind);
}

for (const entry of readdirSync(join(workspace, "territories"), { recursive: true })) {
  const path = join(workspace, "territories", entry);
  if (!path.endsWith(".toml")) continue;
  const kind = basename(path) === "territory.toml" ? "territory" : KINDS[basename(dirname(path))];
  if (!kind) continue;
  try {
    const record = JSON.parse(JSON.stringify(parse(readFileSync(path, "utf8"))));
    if (!validatorOf(kind)(record)) console.log(path);
  } catch {
    console.log(path);
  }
}
