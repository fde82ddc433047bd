import { readFile } from 'node:fs/promises';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { RoleRules } from '../provisioning/roles/role-rules.js';

/**
 * The rules that a file holds as JSON.
 * @throws Error that names what is wrong
 */
export async function readRoleRules(file: string): Promise<RoleRules> {
  const rules = plainToInstance(RoleRules, parse(await readFile(file, 'utf8'), file));
  const errors = validateSync(rules, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw new Error(errors.flatMap((error) => complaintsOf(error, '')).join('\n'));
  return rules;
}

function parse(text: string, file: string): object {
  const found = tryToParse(text);
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    throw new Error(`${file} must hold JSON like {"defaultRole": "read_only", "mappings": []}.`);
  }
  return found;
}

function tryToParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function complaintsOf({ property, constraints = {}, children = [] }: ValidationError, before: string): string[] {
  const place = `${before}${property}`;
  const own = Object.values(constraints).map((complaint) => `${place}: ${complaint}.`);
  return [...own, ...children.flatMap((child) => complaintsOf(child, `${place}.`))];
}
