import { availableParallelism } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { SettingsProblem } from './settings-problem';

/** How contracts become documents (合同文件与平台封存). */
export interface SealingSettings {
  /**
   * `on`: what is signed gets its document. `asked`: what one person signs, and what somebody wants to download; the default of
   * a demo, whose four thousand papers nobody reads. `off`: this process asks for none; downloads still do.
   */
  readonly mode: 'on' | 'asked' | 'off';
  /** Address under which people reach the platform, without a slash at its end: what the QR code of each page leads to. */
  readonly publicUrl: string;
  /** Certificate and key to seal with (PKCS #12); absent: the platform makes its own. */
  readonly p12: { readonly file: string; readonly passphrase: string } | undefined;
  /** Time stamp authority (RFC 3161); absent: seals are PAdES B-B with the platform's own time. */
  readonly timeStampUrl: string | undefined;
  /** TrueType fonts for rare characters of names, beyond those that are found by themselves. */
  readonly fonts: readonly string[];
  /** Threads that print and seal: all cores but one, which answers requests. */
  readonly threads: number;
}

const webUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.canParse(text) && new URL(text).username === '', 'no credentials in it')
  .transform((text) => text.replace(/\/+$/, ''));

const environment = z.object({
  PORT: z.string().optional(),
  LINGGONG_DEMO: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  SEAL_CONTRACTS: z.enum(['on', 'asked', 'off']).optional(),
  PUBLIC_URL: webUrl.optional(),
  SEAL_P12_FILE: z.string().min(1).optional(),
  SEAL_P12_PASSPHRASE: z.string().optional(),
  SEAL_TSA_URL: webUrl.optional(),
  CONTRACT_FONTS: z.string().optional(),
  SEAL_THREADS: z.coerce.number().int().min(1).max(16).optional(),
});

/** @throws SettingsProblem naming every faulty variable; never a value */
export function sealingSettingsFromEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): SealingSettings {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    throw new SettingsProblem(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const read = parsed.data;
  return {
    mode: read.SEAL_CONTRACTS ?? (isDemo(read) ? 'asked' : 'on'),
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${read.PORT ?? '1337'}`,
    p12: p12Of(read),
    timeStampUrl: read.SEAL_TSA_URL,
    fonts: (read.CONTRACT_FONTS ?? '').split(path.delimiter).filter((file) => file !== ''),
    threads: read.SEAL_THREADS ?? Math.min(4, Math.max(1, availableParallelism() - 1)),
  };
}

/**
 * Refuses an installation that would print a QR code to nowhere: on a database of the operator, papers are real, and a code that is
 * printed is printed. For whoever starts the platform, with the operator's own environment: children are given a database always.
 * @throws SettingsProblem
 */
export function demandPublicUrl(variables: Readonly<Record<string, string | undefined>>): void {
  const isNamed = (name: string): boolean => (variables[name] ?? '') !== '';
  const { mode } = sealingSettingsFromEnvironment(variables);
  if (mode !== 'on' || isNamed('PUBLIC_URL') || !isNamed('DATABASE_URL')) return;
  throw new SettingsProblem([
    'PUBLIC_URL: required with DATABASE_URL; the QR code of every contract leads there, and cannot be changed once it is printed. SEAL_CONTRACTS=off seals nothing',
  ]);
}

/** As the settings of the process decide it: on for the embedded server, off for one that is named. */
function isDemo({ LINGGONG_DEMO, DATABASE_URL }: z.infer<typeof environment>): boolean {
  return LINGGONG_DEMO === undefined ? DATABASE_URL === undefined : ['on', '1', 'true'].includes(LINGGONG_DEMO);
}

function p12Of({
  SEAL_P12_FILE: file,
  SEAL_P12_PASSPHRASE: passphrase,
}: z.infer<typeof environment>): SealingSettings['p12'] {
  if (file === undefined) return undefined;
  if (passphrase === undefined) throw new SettingsProblem(['SEAL_P12_PASSPHRASE: required by SEAL_P12_FILE']);
  return { file: path.resolve(file), passphrase };
}
