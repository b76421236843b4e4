import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { identifierFault, passwordFault } from '@linggong/access/domain';
import { signInPolicy } from '@linggong/config/access';
import { StartProblem } from '../start-problem';

/** One of the three first administrators (三员): no account holds two of these roles, so there are three people. */
export interface FirstAdministrator {
  readonly role: 'system-admin' | 'security-admin' | 'audit-admin';
  readonly identifier: string;
  readonly password: string;
}

const wanted = [
  { role: 'system-admin', variable: 'LINGGONG_SYSTEM_ADMIN', zh: '系统管理员', en: 'System administrator' },
  { role: 'security-admin', variable: 'LINGGONG_SECURITY_ADMIN', zh: '安全管理员', en: 'Security administrator' },
  { role: 'audit-admin', variable: 'LINGGONG_AUDIT_ADMIN', zh: '审计管理员', en: 'Audit administrator' },
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The three first administrators from the environment (`LINGGONG_SYSTEM_ADMIN=identifier:password` …), else asked on the
 * command line.
 * @throws StartProblem when they are neither given nor can be asked, two share an identifier, or one would be refused; no value
 *   is repeated
 */
export async function firstAdministrators(environment: Environment, terminal: boolean): Promise<FirstAdministrator[]> {
  const given = wanted.flatMap(({ role, variable }) => administratorFrom(role, variable, environment[variable]));
  const administrators = given.length === 0 && terminal ? await askAll() : given;
  if (administrators.length !== wanted.length) {
    const variables = wanted.map(({ variable }) => variable).join(', ');
    throw new StartProblem({
      zh: `首次启动需要三名管理员。请在终端中运行以便输入，或设置 ${variables}（格式为 identifier:password）。`,
      en: `The first start needs three administrators. Run it in a terminal to be asked, or set ${variables} (identifier:password).`,
    });
  }
  if (new Set(administrators.map(({ identifier }) => identifier.toLowerCase())).size !== wanted.length) {
    throw new StartProblem({
      zh: '三名管理员的账号必须各不相同（三权分立）。',
      en: 'The three administrators must have three different identifiers.',
    });
  }
  administrators.forEach(demandGood);
  return administrators;
}

/** Said now, by name of the role, and not after the migration. */
function demandGood({ role, identifier, password }: FirstAdministrator): void {
  const { zh, en } = wanted.find((one) => one.role === role) ?? { zh: role, en: role };
  const { passwordLengthMin, passwordLengthMax, passwordClassesMin } = signInPolicy;
  if (identifierFault(identifier)) {
    throw new StartProblem({
      zh: `${zh}的账号应为 3 至 64 个字母、数字、点、横线或下划线，且不能是手机号、证件号、卡号或邮箱。`,
      en: `${en}: an identifier is 3 to 64 letters, digits, dots, dashes or underscores, and no telephone, identity or card number or e-mail.`,
    });
  }
  if (passwordFault(password, identifier, signInPolicy)) {
    throw new StartProblem({
      zh: `${zh}的密码应为 ${passwordLengthMin} 至 ${passwordLengthMax} 个字符，含大写、小写、数字、符号中的 ${passwordClassesMin} 类，且不含账号。`,
      en: `${en}: a password has ${passwordLengthMin} to ${passwordLengthMax} characters, ${passwordClassesMin} of upper case, lower case, digits and signs, and does not hold the identifier.`,
    });
  }
}

function administratorFrom(
  role: FirstAdministrator['role'],
  variable: string,
  value: string | undefined,
): FirstAdministrator[] {
  if (value === undefined || value === '') {
    return [];
  }
  // The first colon parts them: an identifier has none, a password may.
  const [, identifier, password] = /^([^:]+):(.+)$/s.exec(value) ?? [];
  if (identifier === undefined || password === undefined) {
    throw new StartProblem({
      zh: `${variable} 的格式应为 identifier:password。`,
      en: `${variable} must have the form identifier:password.`,
    });
  }
  return [{ role, identifier, password }];
}

async function askAll(): Promise<FirstAdministrator[]> {
  const screen = new MutableScreen();
  const line = createInterface({ input: process.stdin, output: screen, terminal: true });
  const answers: FirstAdministrator[] = [];
  try {
    for (const { role, zh, en } of wanted) {
      const identifier = (await line.question(`${zh}账号 ${en}, identifier: `)).trim();
      process.stdout.write(`${zh}密码 ${en}, password: `);
      screen.muted = true;
      const password = await line.question('');
      screen.muted = false;
      process.stdout.write('\n');
      answers.push({ role, identifier, password });
    }
  } finally {
    line.close();
  }
  return answers;
}

/** Readline echoes what is typed; while muted nothing of it reaches the screen. */
class MutableScreen extends Writable {
  muted = false;

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    if (!this.muted) process.stdout.write(chunk);
    done();
  }
}
