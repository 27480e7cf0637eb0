// Asks the validator of yaml-language-server what it has against files: `node yaml.mjs MODULE < JSON`, where JSON
// is a list of { file, schema }. Prints, for each file, the messages.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const server = process.argv[2];
const { getLanguageService } = require(`${server}/out/server/src/languageservice/yamlLanguageService.js`);
const { TextDocument } = require(require.resolve("vscode-languageserver-textdocument", { paths: [server] }));

const asked = JSON.parse(readFileSync(0, "utf8"));
const schemas = new Map();
for (const { file, schema } of asked) {
  const uri = pathToFileURL(schema).href;
  schemas.set(uri, [...(schemas.get(uri) ?? []), file]);
}
const quiet = { sendError() {}, sendWarning() {}, send() {}, sendTelemetry() {} };
const service = getLanguageService({
  schemaRequestService: async (uri) => readFileSync(new URL(uri), "utf8"),
  workspaceContext: { resolveRelativePath: (path) => path },
  telemetry: quiet,
});
service.configure({
  validate: true,
  completion: false,
  hover: false,
  yamlVersion: "1.2",
  customTags: [],
  schemas: [...schemas].map(([uri, files]) => ({ uri, fileMatch: files.map((file) => pathToFileURL(file).href) })),
});
const said = [];
for (const { file } of asked) {
  const text = readFileSync(file, "utf8");
  const document = TextDocument.create(pathToFileURL(file).href, "yaml", 0, text);
  const found = await service.doValidation(document, false);
  said.push({ file, messages: found.map((one) => `${one.range.start.line + 1}: ${one.message}`) });
}
console.log(JSON.stringify(said));
