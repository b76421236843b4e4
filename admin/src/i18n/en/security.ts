import type { Same } from '../same';
import type { security as zh, sessionResources as zhResources } from '../zh/security';

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
    stepUp: 'Give your code once more',
    stepUpWhy:
      'This takes a code that was given just now. It then goes on by itself, with everything as you filled it in.',
    recoveryCode: 'Recovery code',
    typeRecovery: 'Type one of your recovery codes. Each works once.',
    useRecovery: 'No telephone at hand: use a recovery code',
    useApp: 'Use the app',
    codes: 'Recovery codes',
    codesLead:
      'These codes are shown this once. Print them or write them down and keep them safe: when the telephone is lost, each signs you in once in place of a code.',
    codesKept: 'I have kept them',
  },
  reset: {
    title: 'New password',
    lead: {
      ask: 'Give the username and the mobile number of the holder of the account.',
      code: 'Where the two belong together, a code is on its way to that number, good for 10 minutes. Where none can be sent, the security administrator has the request and will get in touch. If nothing comes, check both and ask again.',
      done: 'The password is changed and every session of the account has ended. Sign in with the new one.',
    },
    phone: 'Mobile number',
    ask: 'Send me a code',
    code: 'Code of the message',
    newPassword: 'New password',
    secondFactorCode: 'Authenticator or recovery code',
    complete: 'Set the new password',
    toSignIn: 'Back to sign-in',
  },
  setUp: {
    title: 'Set up an account',
    lead: 'For an account that was opened, whose password was reset, or that was restored. One half of the code comes from who asked, the other from who approved; in any order.',
    done: 'The password is set. Sign in with it.',
    fields: { firstHalf: 'One half of the code', secondHalf: 'The other half', newPassword: 'New password' },
    submit: 'Set the password',
  },
  notices: {
    lead: 'Others did this about your account. If you do not know of it, call the platform at once:',
    line: '%{at} – %{what} (by %{by})',
    duties: 'To be done by a day:',
    duty: { 'procedure-due': 'Read and acknowledge “%{name}” by %{day}', 'review-due': 'Review “%{name}” by %{day}' },
    look: 'If you do not know of it, call the platform at once; confirm it under Notifications at the top right.',
    seen: 'I have seen it',
    failed: 'That was not noted; try again',
    kind: {
      'opened-beside': 'another account of the same enterprise or worker was opened',
      'password-reset': 'the password was reset and opens nothing any more',
      restored: 'the account was restored; password and second factor are gone',
      'second-factor-reset': 'the second factor was taken away',
      unblocked: 'the account was let in again',
      'role-changed': 'the account has another role',
      'holder-confirmed': 'the holder was confirmed',
      'holder-needed':
        'nobody has confirmed who holds the account, so what you asked for cannot be approved yet: say so on the page Account holder and have the security administrator confirm it',
      'power-escalated':
        'a request about an account that concerns you was not decided in time; a further role may decide it now',
    },
  },
  sessions: {
    mine: 'Where I am signed in',
    this: 'This session',
    since: 'since',
    seen: 'last seen',
    end: 'End',
    endOthers: 'End the others',
    ended: 'The session has ended',
    by: { totp: 'Code of the app', 'recovery-code': 'Recovery code' },
  },
};

export const sessionResources: Same<typeof zhResources> = {
  sessions: {
    name: 'Session |||| Sessions',
    empty: 'Sessions appear here as people sign in.',
    fields: {
      q: 'Identifier',
      identifier: 'Identifier',
      role: 'Role',
      state: 'State',
      secondFactor: 'Second factor',
      startedAt: 'Signed in',
      lastSeenAt: 'Last seen',
      endedAt: 'Ended',
      address: 'Address',
      device: 'Device',
      deviceNumber: 'Device number',
      end: 'Action',
    },
  },
};
