import { z } from 'zod';
import { networkOf, type Network } from './network';
import { SettingsProblem } from './settings-problem';

/** Where calls may go besides public addresses at the usual port (出站访问): what the operator named himself. */
export interface OutboundSettings {
  /** Names, as a URL has them in lower case, without a port. */
  readonly hosts: ReadonlySet<string>;
  readonly networks: readonly Network[];
}

/** Endpoints of services, each by its own variable: to name one is to allow it. */
const endpoints = [
  'ESIGN_CN_URL',
  'TENCENT_ESS_URL',
  'TENCENT_ESS_FILE_URL',
  'TENCENT_CLOUD_ENDPOINT',
  'ALIYUN_ENDPOINT',
  'SMS_ENDPOINT',
  'QICHACHA_ENDPOINT',
  'TIANYANCHA_ENDPOINT',
] as const;

const hostName = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i;
const entry = z.string().refine((text) => networkOf(text) !== undefined || hostName.test(text));

/**
 * `OUTBOUND_ALLOW`: host names, addresses and networks (`10.1.2.0/24`), parted by commas, for gateways in one's own network.
 * @throws SettingsProblem; never a value
 */
export function outboundSettingsFromEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): OutboundSettings {
  const named = (variables['OUTBOUND_ALLOW'] ?? '').split(',').map((text) => text.trim());
  const parsed = z.array(entry).safeParse(named.filter((text) => text !== ''));
  if (!parsed.success)
    throw new SettingsProblem(['OUTBOUND_ALLOW: host names, addresses or networks, parted by commas']);
  const networks = parsed.data.flatMap((text) => networkOf(text) ?? []);
  const hosts = parsed.data.filter((text) => networkOf(text) === undefined).map((text) => text.toLowerCase());
  return { hosts: new Set([...hosts, ...endpointHosts(variables)]), networks };
}

function endpointHosts(variables: Readonly<Record<string, string | undefined>>): string[] {
  return endpoints.flatMap((name) => {
    const url = variables[name] ?? '';
    return URL.canParse(url) ? [new URL(url).hostname.replace(/^\[|\]$/g, '')] : [];
  });
}
