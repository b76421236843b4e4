export {
  databaseRights,
  prepareDatabase,
  prepareRoles,
  rolePasswords,
  roleUrl,
  type RolePasswords,
} from './prepare-roles';
export { grantPublicTables, setContentTypeDefaults } from './public-tables';
export { allRoles, databaseName, loginRoles, type LoginRole } from './role-names';
