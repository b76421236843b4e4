import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deskOf, type Answer, type Desk } from '../approvals/approvals.fixture';
import type { TestPlatform } from '../platform.fixture';

const firstPassword = 'First-chosen-9-password';

/** A security administrator who asks about accounts and a manager who decides, as tests need them. */
export interface Opening {
  readonly desk: Desk;
  readonly security: string;
  readonly manager: string;
  post(path: string, body: object, token?: string): ReturnType<TestPlatform['http']['post']>;
  me(token: string): ReturnType<TestPlatform['http']['get']>;
  signIn(identifier: string, password: string): ReturnType<TestPlatform['http']['post']>;
  accountOf(identifier: string): Promise<{ id: number; role: string }>;
  /** Asks as the security administrator, and has it decided. @returns the request as it ended */
  decided(path: string, body: object, by?: string): Promise<Answer>;
  /** Somebody nobody else is. */
  newHolder(): { identityNumber: string; phone: string };
  /** Takes the half of a set-up code that waits for a session. */
  half(token: string, approval: string): ReturnType<TestPlatform['http']['post']>;
  /** Sets a password by both halves, as the holder does. */
  setUp(identifier: string, approval: string, password: string, by?: string): Promise<{ status: number; body: Answer }>;
  /** An account of the platform's people, as two persons open it, with the password that its holder chose. */
  open(identifier: string, role: string): Promise<{ id: number; password: string }>;
  /** Everything that went to telephones, as the sandbox keeps it. */
  sentMessages(): Promise<string>;
}

export async function openingOf(platform: TestPlatform): Promise<Opening> {
  const desk = deskOf(platform);
  const security = await platform.token({ role: 'security-admin' });
  const manager = await platform.token({ role: 'institution-manager' });
  let holders = 0;
  const post: Opening['post'] = (path, body, token = security) =>
    platform.http.post(`/api/v1${path}`).auth(token, { type: 'bearer' }).send(body);
  const half: Opening['half'] = (token, approval) => post(`/approvals/${approval}/set-up-half`, {}, token);
  const newHolder: Opening['newHolder'] = () => {
    holders += 1;
    const serial = String(9_000 + holders);
    return { identityNumber: `99010119900101${serial}`, phone: `1990000${serial}` };
  };
  const decided: Opening['decided'] = async (path, body, by = manager) => {
    const asked = await post(path, body);
    expect([path, asked.status, asked.body.code]).toEqual([path, 202, undefined]);
    return (await desk.approve(by, asked.body.approval.id)).body;
  };
  const setUp: Opening['setUp'] = async (identifier, approval, password, by = manager) => {
    const halves = [await half(security, approval), await half(by, approval)];
    expect(halves.map(({ status, body }) => [status, body.of])).toEqual([
      [200, 'maker'],
      [200, 'decider'],
    ]);
    const [firstHalf, secondHalf] = halves.map(({ body }) => body.half);
    const body = { identifier, firstHalf, secondHalf, newPassword: password };
    return platform.http.post('/api/auth/set-ups').send(body);
  };
  const accountOf: Opening['accountOf'] = async (identifier) => {
    const [row] = await platform.database.db.query<{ id: number; role: string }>(
      'SELECT id, account_role AS role FROM public.up_users WHERE lower(username) = lower($1)',
      [identifier],
    );
    if (!row) throw new Error(`no account ${identifier}`);
    return row;
  };
  return {
    desk,
    security,
    manager,
    post,
    half,
    newHolder,
    decided,
    setUp,
    accountOf,
    me: (token) => platform.http.get('/api/v1/me').auth(token, { type: 'bearer' }),
    signIn: (identifier, password) => platform.http.post('/api/auth/local').send({ identifier, password }),
    open: async (identifier, role) => {
      const opened = await decided('/accounts', { identifier, role, holder: newHolder() });
      expect([opened.state, opened.mayTakeHalf]).toEqual(['executed', true]);
      expect((await setUp(identifier, opened.id, firstPassword)).status).toBe(200);
      return { id: (await accountOf(identifier)).id, password: firstPassword };
    },
    sentMessages: async () => {
      const folder = join(process.env['LINGGONG_DATA'] ?? '', 'messages');
      const texts = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'));
      return (await Promise.all(texts)).join('\n');
    },
  };
}
