import type { Same } from '../same';
import type { security as zh } from '../zh/security';

export const security: Same<typeof zh> = {
  security: {
    title: 'Sign-in security',
    factor: 'Second factor',
    first:
      'Your role works with a second factor: beside the password, a code of your telephone is asked for. Set it up first.',
    firstCheck: 'Your role works with a second factor, and this sign-in has not passed it yet. Give the code.',
    state: 'State',
    on: 'On',
    off: 'Off',
    since: 'Since',
    codesLeft: 'Recovery codes left',
    turnOn: 'Turn it on',
    turnOff: 'Turn it off',
    change: 'Another telephone or app',
    renew: 'New recovery codes',
    app: 'Install an authenticator app on your telephone (any that knows TOTP, such as those of Microsoft or Google), then begin.',
    begin: 'Begin',
    scan: 'Scan the picture with the app.',
    qr: 'QR code for the app',
    type: 'Where it cannot be scanned, type this secret into the app:',
    lead: {
      check: 'Type the six digits that your authenticator app shows now.',
      confirm: 'The app then shows six digits. Type them to finish.',
      'recovery-codes': 'Give the code of now for new recovery codes; the old ones open nothing any more.',
      remove: 'Give the code of now to turn it off; from then on the password alone signs you in.',
    },
    do: { check: 'Check', confirm: 'Finish', 'recovery-codes': 'Make the codes', remove: 'Turn it off' },
    recoveryCode: 'Recovery code',
    typeRecovery: 'Type one of your recovery codes. Each works once.',
    useRecovery: 'No telephone at hand: use a recovery code',
    useApp: 'Use the app',
    codes: 'Recovery codes',
    codesLead:
      'These codes are shown this once. Print them or write them down and keep them safe: when the telephone is lost, each signs you in once in place of a code.',
    codesKept: 'I have kept them',
  },
};
