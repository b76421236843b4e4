import { z } from 'zod';
import { isLimitName, rateLimits, type LimitName, type RateLimit } from '../access/rate-limits';

const part = /^([a-z-]+)=(\d{1,6})\/(\d{1,5})$/;

/** `sign-in=120/60,public=300/60`: calls and seconds by name; what is not named stays as it is. */
export const rateLimitText = z.string().transform((text, context): Readonly<Record<LimitName, RateLimit>> => {
  const changed: Record<LimitName, RateLimit> = { ...rateLimits };
  for (const piece of text.split(',').filter((one) => one.trim() !== '')) {
    const [, name = '', points = '0', seconds = '0'] = part.exec(piece.trim()) ?? [];
    if (isLimitName(name) && Number(points) > 0 && Number(seconds) > 0) {
      changed[name] = { points: Number(points), seconds: Number(seconds) };
      continue;
    }
    const names = Object.keys(rateLimits).join(', ');
    context.issues.push({ code: 'custom', message: `name=calls/seconds of ${names}; 0 is no limit`, input: undefined });
  }
  return changed;
});
