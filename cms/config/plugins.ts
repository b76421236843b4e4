import { strapiPlugins } from '@linggong/config';

export default () => strapiPlugins(process.env);
