export {
  settingsFromEnvironment,
  type DatabaseSettings,
  type LogLevel,
  type ProcessRole,
  type Settings,
} from './settings';
export { SettingsProblem } from './settings-problem';
export { isSafeUrl, signingSettingsFromEnvironment, type SigningSettings } from './signing-settings';
export type { EsignCnSettings, TencentEssSettings } from './signing-settings';
export { sealingSettingsFromEnvironment, type SealingSettings } from './sealing-settings';
