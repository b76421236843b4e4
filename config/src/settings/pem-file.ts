import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A PEM file named by a variable; read at once, so that a wrong path stops the start and not the first connection. */
export function pemFile(label: RegExp): z.ZodType<{ file: string; text: string }, string> {
  return z.string().transform((file, context) => {
    const text = textOf(file);
    if (text !== undefined && label.test(text)) return { file, text };
    const message = text === undefined ? 'this file cannot be read' : 'this file is no PEM of that kind';
    context.issues.push({ code: 'custom', message, input: file });
    return z.NEVER;
  });
}

export const certificateLabel = /-----BEGIN (TRUSTED )?CERTIFICATE-----/;
export const keyLabel = /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----/;

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
