import { firstAdministrators } from './administrators';

const complete = {
  LINGGONG_SYSTEM_ADMIN: 'root.person:Sys-pass:with-colon',
  LINGGONG_SECURITY_ADMIN: 'guard:Sec-pass-1234',
  LINGGONG_AUDIT_ADMIN: 'auditor:Aud-pass-1234',
};

describe('firstAdministrators', () => {
  it('reads three of them from the environment; a password may hold colons', async () => {
    await expect(firstAdministrators(complete, false)).resolves.toEqual([
      { role: 'system-admin', identifier: 'root.person', password: 'Sys-pass:with-colon' },
      { role: 'security-admin', identifier: 'guard', password: 'Sec-pass-1234' },
      { role: 'audit-admin', identifier: 'auditor', password: 'Aud-pass-1234' },
    ]);
  });

  it('refuses where nobody can be asked, naming the variables', async () => {
    await expect(firstAdministrators({}, false)).rejects.toThrow(/LINGGONG_SYSTEM_ADMIN.*LINGGONG_AUDIT_ADMIN/);
  });

  it('refuses an incomplete set rather than start with a power missing', async () => {
    await expect(firstAdministrators({ ...complete, LINGGONG_AUDIT_ADMIN: '' }, false)).rejects.toThrow(/three/);
  });

  it('refuses one person for two of the powers (三权分立)', async () => {
    const shared = { ...complete, LINGGONG_AUDIT_ADMIN: 'GUARD:Aud-pass-1234' };
    await expect(firstAdministrators(shared, false)).rejects.toThrow(/different identifiers/);
  });

  it('repeats no value in a complaint', async () => {
    const broken = firstAdministrators({ ...complete, LINGGONG_AUDIT_ADMIN: 'secret-without-colon' }, false);
    await expect(broken).rejects.not.toThrow(/secret-without-colon/);
  });
});
