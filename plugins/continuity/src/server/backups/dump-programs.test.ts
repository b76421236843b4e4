import { programEnvironment } from './dump-programs';

describe('the connection of pg_dump and pg_restore', () => {
  it('has the TLS of the URL, certificates included, and nothing that libpq does not know', () => {
    const env = programEnvironment(
      'postgres://u:p@db/x?sslmode=verify-ca&sslrootcert=/ca.pem&sslcert=/c.pem&sslkey=/k.pem&uselibpqcompat=true',
    );
    expect(env).toMatchObject({
      PGSSLMODE: 'verify-ca',
      PGSSLROOTCERT: '/ca.pem',
      PGSSLCERT: '/c.pem',
      PGSSLKEY: '/k.pem',
    });
    expect(JSON.stringify(env)).not.toContain('libpqcompat');
  });

  it('takes the authorities of the machine where none is named, as the driver does', () => {
    expect(programEnvironment('postgres://u:p@db/x?sslmode=verify-full')['PGSSLROOTCERT']).toBe('system');
    expect(programEnvironment('postgres://u:p@db/x')).not.toHaveProperty('PGSSLROOTCERT');
  });
});
