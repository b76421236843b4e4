import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rolePasswords } from './prepare-roles';
import { loginRoles } from './role-names';

describe('the passwords of the roles', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'role-passwords-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are made once, each its own, in a file that only we can read', () => {
    const first = rolePasswords(folder);
    expect(Object.keys(first).sort()).toEqual([...loginRoles].sort());
    expect(new Set(Object.values(first)).size).toBe(loginRoles.length);
    expect(rolePasswords(folder)).toEqual(first);
    expect(statSync(path.join(folder, 'postgres-roles.json')).mode & 0o777).toBe(0o600);
  });

  it('of an earlier release stay, and a role that came since gets one', () => {
    const file = path.join(folder, 'postgres-roles.json');
    const earlier = { linggong_owner: 'o', linggong_app: 'a', linggong_backup: 'b' };
    writeFileSync(file, JSON.stringify(earlier), { mode: 0o600 });
    const now = rolePasswords(folder);
    expect(now).toMatchObject(earlier);
    expect(now.linggong_auditor.length).toBeGreaterThan(20);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(now);
  });
});
