import { hkdfSync } from 'node:crypto';

/** Secrets that Strapi asks for, all derived from one root secret so that an operator keeps one thing safe. */
export interface StrapiSecrets {
  appKeys: string[];
  panelJwt: string;
  accountJwt: string;
  apiTokenSalt: string;
  transferTokenSalt: string;
  encryptionKey: string;
}

/**
 * @throws Error when LINGGONG_SECRET is missing or short; there is no default, since a known secret signs anybody in.
 */
export function strapiSecrets(variables: NodeJS.ProcessEnv): StrapiSecrets {
  const root = variables['LINGGONG_SECRET'] ?? '';
  if (root.length < 32) {
    throw new Error(
      'LINGGONG_SECRET must be set to at least 32 random characters (npm start generates and keeps one).',
    );
  }
  const derive = (purpose: string): string =>
    Buffer.from(hkdfSync('sha256', root, 'linggong', purpose, 32)).toString('base64url');
  return {
    appKeys: [derive('app-key-1'), derive('app-key-2')],
    panelJwt: derive('panel-jwt'),
    accountJwt: derive('account-jwt'),
    apiTokenSalt: derive('api-token-salt'),
    transferTokenSalt: derive('transfer-token-salt'),
    encryptionKey: derive('encryption-key'),
  };
}
