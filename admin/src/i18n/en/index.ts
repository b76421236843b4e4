import type { TranslationMessages } from 'react-admin';
import reactAdmin from 'ra-language-english';
import { actions } from './actions';
import { batch } from './batch';
import { contracts } from './contracts';
import { guides } from './guides';
import { keeping } from './keeping';
import { matrix } from './matrix';
import { pages } from './pages';
import { realName } from './real-name';
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
  ...actions,
  ...contracts,
  ...realName,
  ...guides,
  ...keeping,
  ...matrix,
  ...verification,
};

export default messages;
