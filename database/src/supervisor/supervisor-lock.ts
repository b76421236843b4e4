import { Client } from 'pg';
import { StartProblem } from '../start-problem';

/** Any constant: one supervisor a database. */
const supervisorLock = 0x7376; // 'sv'

/** The lock that makes a supervisor the only one of its database, on a connection that stays open. */
export interface SupervisorLock {
  release(): Promise<void>;
}

/**
 * Takes the lock. It goes with the connection, and that with the process, however it ends.
 * @param onLost called once when the connection ends without `release`: the server stopped or was killed
 * @throws StartProblem when another supervisor has it
 */
export async function takeSupervisorLock(ownerUrl: string, onLost: () => void): Promise<SupervisorLock> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'linggong-supervisor', keepAlive: true });
  let released = false;
  // An 'error' without a listener would end this process; the 'end' that follows is what we act on.
  client.on('error', () => undefined);
  await client.connect();
  const release = async (): Promise<void> => {
    released = true;
    await client.end().catch(() => undefined);
  };
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [supervisorLock]);
  if (rows[0]?.taken !== true) {
    await release();
    throw new StartProblem({
      zh: '平台已在运行（另一个 npm start 正在使用这个数据库）。',
      en: 'The platform is running already: another npm start has this database.',
    });
  }
  client.on('end', () => {
    if (!released) onLost();
  });
  return { release };
}
