export {
  settingsFromEnvironment,
  type DatabaseSettings,
  type LogLevel,
  type ProcessRole,
  type Settings,
} from './settings';
export { SettingsProblem } from './settings-problem';
export {
  redisAddress,
  redisAddressForms,
  type RedisAddress,
  type RedisNode,
  type RedisSecurity,
} from './redis-address';
