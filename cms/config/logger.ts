import { settingsFromEnvironment } from '@linggong/config';

export default () => ({ level: settingsFromEnvironment(process.env).logLevel });
