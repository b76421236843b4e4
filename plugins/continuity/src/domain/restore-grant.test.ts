import { grantFault, type RestoreGrant } from './restore-grant';

const grant: RestoreGrant = {
  form: 1,
  id: '00000000-0000-4000-8000-000000000001',
  system: '7380',
  backup: '20261126T183000Z-3f9c21',
  to: '2026-11-26T01:30:00.000Z',
  reason: '磁盘损坏',
  askedBy: 'system-admin#1',
  decidedBy: 'security-admin#2',
  expiresAt: '2026-11-27T04:00:00.000Z',
};
const now = new Date('2026-11-26T12:00:00Z');

describe('the grant of a restore', () => {
  it('allows what it says, whether that is named again or not', () => {
    expect(grantFault(grant, {}, now)).toBeUndefined();
    const { system, backup } = grant;
    expect(grantFault(grant, { system, backup, to: '2026-11-26T09:30:00+08:00' }, now)).toBeUndefined();
    expect(grantFault({ ...grant, to: 'latest' }, { to: 'latest' }, now)).toBeUndefined();
  });

  it('ends to the millisecond', () => {
    const end = Date.parse(grant.expiresAt);
    expect(grantFault(grant, {}, new Date(end - 1))).toBeUndefined();
    expect(grantFault(grant, {}, new Date(end))).toBe('expired');
  });

  it('is of one backup, of one installation, to one instant', () => {
    expect(grantFault(grant, { backup: '20261125T183000Z-3f9c21' }, now)).toBe('other-backup');
    expect(grantFault(grant, { system: '7381' }, now)).toBe('other-system');
    expect(grantFault(grant, { to: '2026-11-26T01:30:01Z' }, now)).toBe('other-instant');
    expect(grantFault(grant, { to: 'latest' }, now)).toBe('other-instant');
    expect(grantFault({ ...grant, to: 'latest' }, { to: '2026-11-26T01:30:00Z' }, now)).toBe('other-instant');
  });
});
