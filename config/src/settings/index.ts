export {
  settingsFromEnvironment,
  type DatabaseSettings,
  type LogLevel,
  type ProcessRole,
  type Settings,
} from './settings';
export { SettingsProblem } from './settings-problem';
export { sealingSettingsFromEnvironment, type SealingSettings } from './sealing-settings';
