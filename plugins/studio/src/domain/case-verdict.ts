import type { Json } from './kind';

/** Where an outcome differs from what a test case expects; empty where the case passes. Paths into the expectation. */
export function caseDifferences(expected: Json, got: Json | undefined, path = ''): string[] {
  if (Array.isArray(expected)) return arrayDifferences(expected, got, path);
  if (isRecord(expected)) {
    if (!isRecord(got)) return [path];
    return Object.entries(expected).flatMap(([name, value]) => caseDifferences(value, got[name], below(path, name)));
  }
  return expected === got ? [] : [path];
}

/** Lists are compared whole and in order: a case that expects two remedies does not pass on three. */
function arrayDifferences(expected: readonly Json[], got: Json | undefined, path: string): string[] {
  if (!Array.isArray(got) || got.length !== expected.length) return [path];
  return expected.flatMap((value, index) => caseDifferences(value, got[index], below(path, String(index))));
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function isRecord(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
