// Validates what we export with ajv: every service of services.json against a JSON schema, and, where the published schemas of HSDS are at hand,
// against those, and the rows of every table too. Usage: node hsds.mjs OUT OUR-SCHEMA.json [SCHEMAS]   (SCHEMAS: schema/compiled of the specification)
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const [out, ours, published] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const compile = (schema) => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    addFormats(ajv);
    return ajv.compile(schema);
};
const wrong = [];
const check = (name, validate, value) => {
    if (!validate(value)) wrong.push(...validate.errors.slice(0, 3).map((e) => `${name}: ${e.instancePath} ${e.message}`));
};

const services = read(join(out, 'services.json'));
const own = compile(read(ours));
services.forEach((service, i) => check(`services.json[${i}]`, own, service));

/** The rows of a table; quotation marks may hold commas, ends of lines and doubled quotation marks. */
function rows(file) {
    const cells = [...readFileSync(file, 'utf8').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)];
    const all = [[]];
    for (const [, cell, end] of cells) {
        all.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
        if (end !== ',') all.push([]);
    }
    const [head, ...body] = all.slice(0, -1);
    return body.map((row) => Object.fromEntries(row.map((cell, i) => [head[i], cell]).filter(([, cell]) => cell !== '')));
}

let tables = 0;
if (published) {
    const service = compile(read(join(published, 'service.json')));
    services.forEach((one, i) => check(`published, services.json[${i}]`, service, one));
    const tabular = read(join(published, 'tabular.json'));
    for (const { name, path, schema } of read(join(out, 'datapackage.json')).resources) {
        const numbers = schema.fields.filter((f) => f.type === 'number').map((f) => f.name);
        const given = rows(join(out, path)).map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, numbers.includes(k) ? Number(v) : v])));
        const item = tabular.properties[name]?.items;
        if (!item) wrong.push(`${name} is no table of the specification`);
        else {
            // What is nested in JSON stands in tables of its own here; its schemas are in other files.
            const flat = Object.fromEntries(Object.entries(item.properties).filter(([, p]) => !p.$ref && p.type !== 'array'));
            check(path, compile({ type: 'array', items: { ...item, properties: flat } }), given);
            for (const { name: field } of schema.fields) if (!item.properties[field]) wrong.push(`${name}.${field} is no field of the specification`);
            for (const field of item.required ?? []) if (!schema.fields.find((f) => f.name === field)?.constraints.required) wrong.push(`${name}.${field} is required by the specification`);
            for (const f of schema.fields.filter((f) => f.constraints.enum)) if (f.constraints.enum.join() !== item.properties[f.name].enum?.join()) wrong.push(`${name}.${f.name} has other words in the specification`);
            tables++;
        }
    }
}
process.stdout.write(JSON.stringify({ services: services.length, tables, wrong: wrong.slice(0, 40) }));
