import type { SmsSettings } from '@linggong/config';
import { untilAborted } from '@linggong/core';
import { z } from 'zod';
import type { MessageChannel } from '../message-sender';
import { loadDarabonba, loadOpenApi } from './load-sdk';
import { templateOrder } from './parameters';

/** The SDK cannot be aborted: its sockets end by these limits, while our side lets go at once. */
const CONNECT_TIMEOUT_MS = 3_000;
const READ_TIMEOUT_MS = 10_000;

const answer = z.object({ body: z.object({ Code: z.string() }) });

/** 阿里云短信, SendSms of 2017-05-25, its parameters in the body: an address with a telephone number ends in somebody's log. */
export function createAliyunSms(settings: SmsSettings): MessageChannel {
  const { default: Client, $OpenApiUtil } = loadOpenApi();
  const { RuntimeOptions } = loadDarabonba();
  const { endpoint } = settings;
  const client = new Client(
    new $OpenApiUtil.Config({
      accessKeyId: settings.keyId,
      accessKeySecret: settings.secret.reveal(),
      endpoint: endpoint?.host ?? 'dysmsapi.aliyuncs.com',
      protocol: endpoint?.protocol === 'http:' ? 'http' : 'https',
    }),
  );
  const call = new $OpenApiUtil.Params({
    action: 'SendSms',
    version: '2017-05-25',
    protocol: endpoint?.protocol === 'http:' ? 'HTTP' : 'HTTPS',
    pathname: '/',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'json',
  });
  const runtime = new RuntimeOptions({
    autoretry: false,
    connectTimeout: CONNECT_TIMEOUT_MS,
    readTimeout: READ_TIMEOUT_MS,
  });
  return {
    name: 'aliyun-sms',
    async send(message, words, signal) {
      const { template, blanks } = templateOrder(message, words, settings);
      const body = {
        PhoneNumbers: message.phone,
        SignName: settings.signName,
        TemplateCode: template,
        ...(blanks.length === 0 ? {} : { TemplateParam: JSON.stringify(Object.fromEntries(blanks)) }),
      };
      const ask = () => client.callApi(call, new $OpenApiUtil.OpenApiRequest({ body }), runtime);
      const read = answer.safeParse(await untilAborted(ask, signal));
      return read.success && read.data.body.Code === 'OK';
    },
  };
}
