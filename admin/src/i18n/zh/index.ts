import type { TranslationMessages } from 'react-admin';
import { reactAdmin } from './react-admin';
import { batch } from './batch';
import { guides } from './guides';
import { pages } from './pages';
import { resources } from './resources';
import { shell } from './shell';
import { states } from './states';
import { verification } from './verification';

const messages: TranslationMessages = {
  ...reactAdmin,
  ...shell,
  ...states,
  ...resources,
  ...batch,
  ...pages,
  ...guides,
  ...verification,
};

export default messages;
