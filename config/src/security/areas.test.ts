import { areaOf, securityHeaders, type Area } from './areas';

describe('the headers of an area', () => {
  it.each<[string, Area]>([
    ['/', 'console'],
    ['/console', 'console'],
    ['/console/workers/1/show', 'console'],
    ['/CONSOLE/', 'console'],
    ['/consoles', 'other'],
    ['/api/v1/orders', 'api'],
    ['/API/v1/orders', 'api'],
    ['/admin/', 'panel'],
    ['/Admin/settings', 'panel'],
    ['/uploads/x.svg', 'uploads'],
    ['/queue-board/', 'other'],
    ['/_health', 'other'],
  ])('%s is %s', (path, area) => {
    expect(areaOf(path)).toBe(area);
  });

  const policy = (area: Area): string => securityHeaders(area, 'n0nce', false)['Content-Security-Policy'] ?? '';

  it('allows inline styles to the panel alone, and inline scripts to nobody', () => {
    for (const area of ['api', 'console', 'panel', 'uploads', 'other'] as const) {
      expect(policy(area)).toContain("frame-ancestors 'none'");
      expect(policy(area)).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
      expect(policy(area).includes("'unsafe-inline'")).toBe(area === 'panel');
    }
    expect(policy('console')).toContain("style-src 'self' 'nonce-n0nce'");
    expect(policy('uploads')).toContain('sandbox');
  });

  it('promises TLS only where TLS was used', () => {
    expect(securityHeaders('api', '', false)).not.toHaveProperty('Strict-Transport-Security');
    expect(securityHeaders('api', '', true)['Strict-Transport-Security']).toBe('max-age=31536000');
  });
});
