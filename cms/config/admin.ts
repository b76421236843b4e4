import { strapiPanel } from '@linggong/config';

export default () => strapiPanel(process.env);
