export {
  databaseRights,
  prepareDatabase,
  prepareRoles,
  rolePasswords,
  roleUrl,
  witnessSchema,
  type RolePasswords,
} from './prepare-roles';
export { showAuditLog } from './auditor-rights';
export { grantPublicTables, setContentTypeDefaults } from './public-tables';
export { checkReferencesInBulk } from './bulk-references';
export { dropSpareIndexes } from './spare-indexes';
export { allRoles, databaseName, loginRoles, type LoginRole } from './role-names';
