import http from 'node:http';
import net from 'node:net';
import type { SmsSettings } from '@linggong/config';
import { z } from 'zod';
import type { MessageChannel } from '../message-sender';
import { loadTencentCloud } from './load-sdk';
import { templateOrder } from './parameters';

const SERVICE = 'sms.tencentcloudapi.com';
/** The SDK's own limit, behind the abort signal that usually ends a call. */
const TIMEOUT_SECONDS = 10;

const answer = z.object({ SendStatusSet: z.array(z.object({ Code: z.string() })).length(1) });

/** 腾讯云短信, SendSms of 2021-01-11. What the SDK throws may quote the number: callers keep none of its words. */
export function createTencentSms(settings: SmsSettings): MessageChannel {
  const { CommonClient } = loadTencentCloud();
  const client = new CommonClient(SERVICE, '2021-01-11', {
    credential: { secretId: settings.keyId, secretKey: settings.secret.reveal() },
    region: 'ap-guangzhou',
    profile: { httpProfile: { ...connection(settings.endpoint), reqTimeout: TIMEOUT_SECONDS } },
  });
  return {
    name: 'tencent-sms',
    async send(message, words, signal) {
      signal.throwIfAborted();
      const { template, blanks } = templateOrder(message, words, settings);
      const body = {
        PhoneNumberSet: [`+86${message.phone}`],
        SmsSdkAppId: settings.appId,
        SignName: settings.signName,
        TemplateId: template,
        TemplateParamSet: blanks.map(([, value]) => value),
      };
      const read = answer.safeParse(await client.request('SendSms', body, { signal }));
      return read.success && read.data.SendStatusSet[0]?.Code === 'Ok';
    },
  };
}

/**
 * Where the connections go. Plain http leads each to that loopback address while the signed host stays that of Tencent: what a local server
 * verifies is what Tencent would.
 */
function connection(endpoint: URL | undefined) {
  if (endpoint?.protocol !== 'http:') return { endpoint: endpoint?.host ?? SERVICE, protocol: 'https://' };
  const agent = new http.Agent();
  agent.createConnection = () =>
    net.connect({ host: endpoint.hostname.replace(/[[\]]/g, ''), port: Number(endpoint.port || '80') });
  return { endpoint: SERVICE, protocol: 'http://', agent };
}
