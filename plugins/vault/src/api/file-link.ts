import { z } from 'zod';

/** 201 of every download: where the file is, once and for a minute. */
export const fileLinkAnswer = z
  .strictObject({
    url: z.string().meta({ description: '一次性地址，无需令牌 · address for one use, without a token' }),
    expiresAt: z.string().meta({ description: '失效时间 · when it ends' }),
  })
  .meta({ id: 'FileLink' });
