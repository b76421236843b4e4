import { z } from 'zod';
import { certificateLabel, keyLabel, pemFile } from './pem-file';

/** How this process itself speaks TLS (传输加密); absent where a proxy does, or nobody. */
export interface TlsSettings {
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly minVersion: 'TLSv1.2' | 'TLSv1.3';
  /** Plain port at which callers are sent on to `publicUrl`. */
  readonly redirect: { readonly port: number; readonly publicUrl: string } | undefined;
}

const httpsUrl = z.url({ protocol: /^https$/ }).transform((text) => text.replace(/\/+$/, ''));

export const tlsEnvironment = {
  TLS_CERT_FILE: pemFile(certificateLabel).optional(),
  TLS_KEY_FILE: pemFile(keyLabel).optional(),
  TLS_MIN_VERSION: z.enum(['1.2', '1.3']).default('1.2'),
  HTTP_REDIRECT_PORT: z.coerce.number().int().min(1).max(65535).optional(),
};

type Read = z.output<z.ZodObject<typeof tlsEnvironment>> & { readonly PUBLIC_URL?: string | undefined };

/** What does not fit together, by variable; empty where all is well. */
export function tlsFaults(read: Read): readonly { readonly name: string; readonly message: string }[] {
  const faults: { name: string; message: string }[] = [];
  if ((read.TLS_CERT_FILE === undefined) !== (read.TLS_KEY_FILE === undefined)) {
    faults.push({ name: 'TLS_KEY_FILE', message: 'a certificate and its key go together' });
  }
  if (read.HTTP_REDIRECT_PORT === undefined) return faults;
  if (read.TLS_CERT_FILE === undefined) {
    faults.push({ name: 'HTTP_REDIRECT_PORT', message: 'sends to TLS, which TLS_CERT_FILE switches on' });
  }
  // The Host header is the caller's word: sending on to it would send people wherever a link says.
  if (!httpsUrl.safeParse(read.PUBLIC_URL).success) {
    faults.push({ name: 'PUBLIC_URL', message: 'an https address, required by HTTP_REDIRECT_PORT' });
  }
  return faults;
}

export function tlsSettings(read: Read): TlsSettings | undefined {
  if (read.TLS_CERT_FILE === undefined || read.TLS_KEY_FILE === undefined) return undefined;
  const publicUrl = httpsUrl.safeParse(read.PUBLIC_URL);
  return {
    certificateFile: read.TLS_CERT_FILE.file,
    keyFile: read.TLS_KEY_FILE.file,
    minVersion: `TLSv${read.TLS_MIN_VERSION}`,
    redirect:
      read.HTTP_REDIRECT_PORT !== undefined && publicUrl.success
        ? { port: read.HTTP_REDIRECT_PORT, publicUrl: publicUrl.data }
        : undefined,
  };
}
