export {
  settingsFromEnvironment,
  type DatabaseSettings,
  type LogLevel,
  type MessageSenderName,
  type ProcessRole,
  type Settings,
} from './settings';
export { outboundSettingsFromEnvironment, type OutboundSettings } from './outbound-settings';
export type { TlsSettings } from './tls-settings';
export { databaseUrl, type UrlFault } from './database-url';
export type { BackupSettings, BackupStoreSettings } from './backup-settings';
export { SettingsProblem } from './settings-problem';
export {
  redisAddress,
  redisAddressForms,
  type RedisAddress,
  type RedisNode,
  type RedisSecurity,
} from './redis-address';
export * from './vendors';
export { Secret } from './secret';
export { isSafeUrl } from './safe-url';
export { signingSettingsFromEnvironment, type SigningSettings } from './signing-settings';
export type { EsignCnSettings, TencentEssSettings } from './signing-settings';
export { demandPublicUrl, sealingSettingsFromEnvironment, type SealingSettings } from './sealing-settings';
export { smsChannels, smsSettings, type SmsChannel, type SmsSettings } from './sms-settings';
