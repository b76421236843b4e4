import { roles } from '@linggong/config/access';

interface ContentType {
  schema: { attributes: Record<string, object>; pluginOptions?: Record<string, object> };
}

/** The parts of the users-permissions plugin that Linggong changes. */
interface UsersPermissions {
  contentTypes: Record<string, ContentType>;
  routes: Record<string, unknown>;
}

/**
 * Accounts (账号) are rows of users-permissions that know a role and whose rows they may touch; the plugin access owns them.
 * Its own ways in – registration, password mails, provider sign-in, the users API – are closed: `/api/auth/local` is served by
 * access. The panel shows no account either: roles are the security administrator's business, in the console.
 */
export default (plugin: UsersPermissions): UsersPermissions => {
  const user = plugin.contentTypes['user'];
  if (!user) throw new Error('users-permissions has no content type user');
  Object.assign(user.schema.attributes, {
    accountRole: { type: 'enumeration', enum: [...roles], configurable: false },
    enterpriseId: { type: 'integer', configurable: false },
    workerId: { type: 'integer', configurable: false },
  });
  user.schema.pluginOptions = {
    ...user.schema.pluginOptions,
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  };
  plugin.routes['content-api'] = { type: 'content-api', prefix: '', routes: [] };
  return plugin;
};
