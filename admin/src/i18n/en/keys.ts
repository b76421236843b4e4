/** Words of the page of data keys. */
export const keys = {
  keys: {
    lead: 'Sensitive fields are sealed under data keys; each file has a key of its own, which a data key wraps. A master key of the key ring wraps the data keys and never enters the database.',
    realm: { fields: 'Sensitive fields', files: 'Files' },
    suite: { 'aes-256-gcm': 'AES-256-GCM', 'sm4-ctr-hmac-sm3': 'SM4 + SM3' },
    ring: {
      title: 'Keys in use',
      current: 'Master key',
      wrapping: 'Wrapping',
      allWrapped: 'All are wrapped by the current master key',
      waiting:
        '%{smart_count} data key is still wrapped by an older master key |||| %{smart_count} data keys are still wrapped by an older master key',
      files: 'Keys of files',
      allEnveloped: 'Every file has a key of its own',
      underRing:
        '%{smart_count} file still lies directly under a master key |||| %{smart_count} files still lie directly under a master key',
    },
    reencryption: {
      title: 'Sealing anew under key %{number}',
      waiting: 'Waiting until the new key is in use and older transactions have ended; work goes on.',
      sweep: 'Sweep',
      askedBy: 'Asked by',
      askedAt: 'Asked',
      finishedAt: 'Ended',
      reason: 'Reason',
      count: 'Rows looked at: %{seen} of %{total}; sealed anew: %{moved}',
      faults: 'The values of these rows do not open, so no older key is retired. Look into them:',
    },
    source: {
      workers: 'Workers',
      'bank-cards': 'Bank cards',
      enterprises: 'Enterprises',
      'settlement-lines': 'Payout lines',
      'contract-texts': 'Contract texts',
      'second-factors': 'Second factors',
      payees: 'Payees',
      files: 'Private files (wrapped anew)',
    },
    act: {
      rotate: {
        label: 'Rotate the data key',
        lead: 'Makes a new data key, sealed under two minutes later; everything sensitive is then sealed anew in the background, and keys of files are wrapped anew, while work goes on.',
        done: 'The new key is made and in use in two minutes; this page shows how far the sealing is.',
        note: 'An older key retires once nothing is left under it. It is kept to open older backups.',
      },
      rewrap: {
        label: 'Wrap anew',
        lead: 'Wraps the data keys under the current master key: a few rows, no value is touched.',
        done: 'The current master key wraps the data keys now.',
      },
      destroy: {
        label: 'Destroy',
        lead: 'What it sealed never opens again, and it does not come back. Possible 35 days after it was retired, with nothing left under it.',
        done: 'The key is destroyed.',
        note: 'Older backups hold it, wrapped, until they go.',
      },
      reencrypt: {
        label: 'Look again and seal anew',
        lead: 'Seals what is left under older keys anew, and looks through everything again.',
        done: 'It has begun; this page shows how far it is.',
      },
      cancel: {
        label: 'Cancel the re-encryption',
        lead: 'Stops where it stands: what was sealed anew stays so, and no older key retires. It can be started again.',
        done: 'It is cancelled; older keys stay in use for what they sealed.',
      },
    },
  },
};

/** Name and fields of the page; `resources.ts` takes them in. */
export const keysResources = {
  'data-keys': {
    name: 'Data key |||| Data keys',
    fields: {
      number: 'Number',
      realm: 'For',
      state: 'State',
      suite: 'Suite',
      activeFrom: 'In use from',
      retiredAt: 'Retired',
      destroyedAt: 'Destroyed',
      wrappedBy: 'Master key',
      madeBy: 'Made by',
      reason: 'Reason',
    },
  },
};
