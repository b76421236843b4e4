import type { Schema, Struct } from '@strapi/strapi';

export interface AdminApiToken extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_api_tokens';
  info: {
    description: '';
    displayName: 'Api Token';
    name: 'Api Token';
    pluralName: 'api-tokens';
    singularName: 'api-token';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    accessKey: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    adminPermissions: Schema.Attribute.Relation<'oneToMany', 'admin::permission'>;
    adminUserOwner: Schema.Attribute.Relation<'manyToOne', 'admin::user'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }> &
      Schema.Attribute.DefaultTo<''>;
    encryptedKey: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    expiresAt: Schema.Attribute.DateTime;
    kind: Schema.Attribute.Enumeration<['content-api', 'admin']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'content-api'>;
    lastUsedAt: Schema.Attribute.DateTime;
    lifespan: Schema.Attribute.BigInteger;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::api-token-permission'>;
    publishedAt: Schema.Attribute.DateTime;
    type: Schema.Attribute.Enumeration<['read-only', 'full-access', 'custom']> &
      Schema.Attribute.DefaultTo<'read-only'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminApiTokenPermission extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_api_token_permissions';
  info: {
    description: '';
    displayName: 'API Token Permission';
    name: 'API Token Permission';
    pluralName: 'api-token-permissions';
    singularName: 'api-token-permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    token: Schema.Attribute.Relation<'manyToOne', 'admin::api-token'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminPermission extends Struct.CollectionTypeSchema {
  collectionName: 'admin_permissions';
  info: {
    description: '';
    displayName: 'Permission';
    name: 'Permission';
    pluralName: 'permissions';
    singularName: 'permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    actionParameters: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<{}>;
    apiToken: Schema.Attribute.Relation<'manyToOne', 'admin::api-token'>;
    conditions: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<[]>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    properties: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<{}>;
    publishedAt: Schema.Attribute.DateTime;
    role: Schema.Attribute.Relation<'manyToOne', 'admin::role'>;
    subject: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminRole extends Struct.CollectionTypeSchema {
  collectionName: 'admin_roles';
  info: {
    description: '';
    displayName: 'Role';
    name: 'Role';
    pluralName: 'roles';
    singularName: 'role';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::permission'>;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    users: Schema.Attribute.Relation<'manyToMany', 'admin::user'>;
  };
}

export interface AdminSession extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_sessions';
  info: {
    description: 'Session Manager storage';
    displayName: 'Session';
    name: 'Session';
    pluralName: 'sessions';
    singularName: 'session';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
    i18n: {
      localized: false;
    };
  };
  attributes: {
    absoluteExpiresAt: Schema.Attribute.DateTime & Schema.Attribute.Private;
    childId: Schema.Attribute.String & Schema.Attribute.Private;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    deviceId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private;
    expiresAt: Schema.Attribute.DateTime & Schema.Attribute.Required & Schema.Attribute.Private;
    metadata: Schema.Attribute.JSON & Schema.Attribute.Private;
    origin: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    sessionId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private & Schema.Attribute.Unique;
    status: Schema.Attribute.String & Schema.Attribute.Private;
    type: Schema.Attribute.String & Schema.Attribute.Private;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    userId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private;
  };
}

export interface AdminTransferToken extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_transfer_tokens';
  info: {
    description: '';
    displayName: 'Transfer Token';
    name: 'Transfer Token';
    pluralName: 'transfer-tokens';
    singularName: 'transfer-token';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    accessKey: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }> &
      Schema.Attribute.DefaultTo<''>;
    expiresAt: Schema.Attribute.DateTime;
    lastUsedAt: Schema.Attribute.DateTime;
    lifespan: Schema.Attribute.BigInteger;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token-permission'>;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminTransferTokenPermission extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_transfer_token_permissions';
  info: {
    description: '';
    displayName: 'Transfer Token Permission';
    name: 'Transfer Token Permission';
    pluralName: 'transfer-token-permissions';
    singularName: 'transfer-token-permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    token: Schema.Attribute.Relation<'manyToOne', 'admin::transfer-token'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface AdminUser extends Struct.CollectionTypeSchema {
  collectionName: 'admin_users';
  info: {
    description: '';
    displayName: 'User';
    name: 'User';
    pluralName: 'users';
    singularName: 'user';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    apiTokens: Schema.Attribute.Relation<'oneToMany', 'admin::api-token'> & Schema.Attribute.Private;
    blocked: Schema.Attribute.Boolean & Schema.Attribute.Private & Schema.Attribute.DefaultTo<false>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    email: Schema.Attribute.Email &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    firstname: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    isActive: Schema.Attribute.Boolean & Schema.Attribute.Private & Schema.Attribute.DefaultTo<false>;
    lastname: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    password: Schema.Attribute.Password &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    preferedLanguage: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    registrationToken: Schema.Attribute.String & Schema.Attribute.Private;
    resetPasswordToken: Schema.Attribute.String & Schema.Attribute.Private;
    resetPasswordTokenExpiresAt: Schema.Attribute.DateTime & Schema.Attribute.Private;
    roles: Schema.Attribute.Relation<'manyToMany', 'admin::role'> & Schema.Attribute.Private;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    username: Schema.Attribute.String;
  };
}

export interface ApiBankCardBankCard extends Struct.CollectionTypeSchema {
  collectionName: 'bank_cards';
  info: {
    displayName: 'bank-card';
    pluralName: 'bank-cards';
    singularName: 'bank-card';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    addedAt: Schema.Attribute.DateTime;
    bankCode: Schema.Attribute.String;
    bankName: Schema.Attribute.String;
    cardBlind: Schema.Attribute.String;
    cardMasked: Schema.Attribute.String;
    cardSealed: Schema.Attribute.Text;
    cardVersion: Schema.Attribute.Integer;
    checkCode: Schema.Attribute.String;
    checkedAt: Schema.Attribute.DateTime;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    holderBlind: Schema.Attribute.String;
    holderMasked: Schema.Attribute.String;
    holderSealed: Schema.Attribute.Text;
    publishedAt: Schema.Attribute.DateTime;
    replacedAt: Schema.Attribute.DateTime;
    state: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    worker: Schema.Attribute.Relation<'manyToOne', 'api::worker.worker'>;
  };
}

export interface ApiContractTemplateContractTemplate extends Struct.CollectionTypeSchema {
  collectionName: 'contract_templates';
  info: {
    displayName: 'contract-template';
    pluralName: 'contract-templates';
    singularName: 'contract-template';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    clauses: Schema.Attribute.JSON;
    code: Schema.Attribute.String;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    effectiveFrom: Schema.Attribute.Date;
    effectiveTo: Schema.Attribute.Date;
    kind: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    state: Schema.Attribute.String;
    studioVersion: Schema.Attribute.Integer;
    templateVersion: Schema.Attribute.Integer;
    textHash: Schema.Attribute.String;
    titleEn: Schema.Attribute.String;
    titleZh: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    variables: Schema.Attribute.JSON;
  };
}

export interface ApiContractContract extends Struct.CollectionTypeSchema {
  collectionName: 'contracts';
  info: {
    displayName: 'contract';
    pluralName: 'contracts';
    singularName: 'contract';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    consentAddress: Schema.Attribute.String;
    consentMethod: Schema.Attribute.String;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    enterprise: Schema.Attribute.Relation<'manyToOne', 'api::enterprise.enterprise'>;
    fileId: Schema.Attribute.String;
    kind: Schema.Attribute.String;
    number: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    revokedAt: Schema.Attribute.DateTime;
    scenarios: Schema.Attribute.JSON;
    sentAt: Schema.Attribute.DateTime;
    signedAt: Schema.Attribute.DateTime;
    state: Schema.Attribute.String;
    stateReason: Schema.Attribute.Text;
    template: Schema.Attribute.Relation<'manyToOne', 'api::contract-template.contract-template'>;
    textHash: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    validFrom: Schema.Attribute.Date;
    validTo: Schema.Attribute.Date;
    worker: Schema.Attribute.Relation<'manyToOne', 'api::worker.worker'>;
  };
}

export interface ApiDepositDeposit extends Struct.CollectionTypeSchema {
  collectionName: 'deposits';
  info: {
    displayName: 'deposit';
    pluralName: 'deposits';
    singularName: 'deposit';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    amountFen: Schema.Attribute.BigInteger;
    bankSerial: Schema.Attribute.String;
    bookedAt: Schema.Attribute.DateTime;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    enterprise: Schema.Attribute.Relation<'manyToOne', 'api::enterprise.enterprise'>;
    ledgerKey: Schema.Attribute.String;
    number: Schema.Attribute.String;
    payerAccountMasked: Schema.Attribute.String;
    payerBlind: Schema.Attribute.String;
    payerName: Schema.Attribute.String;
    payerReason: Schema.Attribute.Text;
    payerSealed: Schema.Attribute.Text;
    publishedAt: Schema.Attribute.DateTime;
    receivedAt: Schema.Attribute.DateTime;
    remark: Schema.Attribute.String;
    state: Schema.Attribute.String;
    subAccountNumber: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiEngagementEngagement extends Struct.CollectionTypeSchema {
  collectionName: 'engagements';
  info: {
    displayName: 'engagement';
    pluralName: 'engagements';
    singularName: 'engagement';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    acceptedAt: Schema.Attribute.DateTime;
    acceptedFen: Schema.Attribute.BigInteger;
    agreedFen: Schema.Attribute.BigInteger;
    appliedAt: Schema.Attribute.DateTime;
    cancelledAt: Schema.Attribute.DateTime;
    certificateNumber: Schema.Attribute.String;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    deliveredAt: Schema.Attribute.DateTime;
    engagedAt: Schema.Attribute.DateTime;
    enterprise: Schema.Attribute.Relation<'manyToOne', 'api::enterprise.enterprise'>;
    number: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    settledFen: Schema.Attribute.BigInteger;
    state: Schema.Attribute.String;
    stateReason: Schema.Attribute.Text;
    task: Schema.Attribute.Relation<'manyToOne', 'api::task.task'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer;
    worker: Schema.Attribute.Relation<'manyToOne', 'api::worker.worker'>;
  };
}

export interface ApiEnterpriseAccountEnterpriseAccount extends Struct.CollectionTypeSchema {
  collectionName: 'enterprise_accounts';
  info: {
    displayName: 'enterprise-account';
    pluralName: 'enterprise-accounts';
    singularName: 'enterprise-account';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    bankCode: Schema.Attribute.String;
    bankName: Schema.Attribute.String;
    closedAt: Schema.Attribute.DateTime;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    enterprise: Schema.Attribute.Relation<'manyToOne', 'api::enterprise.enterprise'>;
    ledgerOwner: Schema.Attribute.String;
    openedAt: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    state: Schema.Attribute.String;
    subAccountNumber: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiEnterpriseEnterprise extends Struct.CollectionTypeSchema {
  collectionName: 'enterprises';
  info: {
    displayName: 'enterprise';
    pluralName: 'enterprises';
    singularName: 'enterprise';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    approvedAt: Schema.Attribute.DateTime;
    bankAccountMasked: Schema.Attribute.String;
    bankAccountSealed: Schema.Attribute.Text;
    bankCode: Schema.Attribute.String;
    bankName: Schema.Attribute.String;
    businessScope: Schema.Attribute.Text;
    contactNameMasked: Schema.Attribute.String;
    contactNameSealed: Schema.Attribute.Text;
    contactPhoneBlind: Schema.Attribute.String;
    contactPhoneMasked: Schema.Attribute.String;
    contactPhoneSealed: Schema.Attribute.Text;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    industry: Schema.Attribute.String;
    legalRepresentativeMasked: Schema.Attribute.String;
    legalRepresentativeSealed: Schema.Attribute.Text;
    name: Schema.Attribute.String;
    number: Schema.Attribute.String;
    offboardedAt: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    registeredAddress: Schema.Attribute.String;
    signedAt: Schema.Attribute.DateTime;
    state: Schema.Attribute.String;
    stateReason: Schema.Attribute.Text;
    submittedAt: Schema.Attribute.DateTime;
    suspendedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    urbanMaintenanceRate: Schema.Attribute.String;
    uscc: Schema.Attribute.String;
    version: Schema.Attribute.Integer;
  };
}

export interface ApiFeePlanFeePlan extends Struct.CollectionTypeSchema {
  collectionName: 'fee_plans';
  info: {
    displayName: 'fee-plan';
    pluralName: 'fee-plans';
    singularName: 'fee-plan';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    approvedAt: Schema.Attribute.DateTime;
    approvedBy: Schema.Attribute.Integer;
    bearing: Schema.Attribute.String;
    chargedWhen: Schema.Attribute.String;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    effectiveFrom: Schema.Attribute.Date;
    effectiveTo: Schema.Attribute.Date;
    enterprise: Schema.Attribute.Relation<'manyToOne', 'api::enterprise.enterprise'>;
    kind: Schema.Attribute.String;
    number: Schema.Attribute.String;
    planVersion: Schema.Attribute.Integer;
    proposedBy: Schema.Attribute.Integer;
    publishedAt: Schema.Attribute.DateTime;
    rateMillionths: Schema.Attribute.BigInteger;
    returnedFee: Schema.Attribute.String;
    state: Schema.Attribute.String;
    stateReason: Schema.Attribute.Text;
    taxBearer: Schema.Attribute.String;
    terms: Schema.Attribute.JSON;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiGuideGuide extends Struct.CollectionTypeSchema {
  collectionName: 'guides';
  info: {
    description: '\u516C\u5F00\u5185\u5BB9\uFF1A\u53D1\u5E03\u540E\u663E\u793A\u5728\u5BF9\u5E94\u9875\u9762\u53F3\u4FA7\uFF0C\u5E76\u53EF\u67E5\u627E \u00B7 public content: stands beside its pages once published, and can be searched';
    displayName: '\u4F7F\u7528\u6307\u5357 Guide';
    pluralName: 'guides';
    singularName: 'guide';
  };
  options: {
    draftAndPublish: true;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    audience: Schema.Attribute.Enumeration<['everybody', 'staff', 'enterprise', 'worker']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'everybody'>;
    bodyEn: Schema.Attribute.RichText &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20000;
      }>;
    bodyZh: Schema.Attribute.RichText &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    pages: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 400;
      }>;
    position: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 9999;
          min: 0;
        },
        number
      > &
      Schema.Attribute.DefaultTo<9999>;
    publishedAt: Schema.Attribute.DateTime;
    stepsEn: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 2000;
      }>;
    stepsZh: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    titleEn: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    titleZh: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiNoticeNotice extends Struct.CollectionTypeSchema {
  collectionName: 'notices';
  info: {
    description: '\u516C\u5F00\u5185\u5BB9\uFF1A\u53D1\u5E03\u540E\u6309\u5BF9\u8C61\u663E\u793A\u5728\u63A7\u5236\u53F0\u9996\u9875 \u00B7 public content: shown on the first page of whom it is for once published';
    displayName: '\u516C\u544A Notice';
    pluralName: 'notices';
    singularName: 'notice';
  };
  options: {
    draftAndPublish: true;
  };
  pluginOptions: {
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    audience: Schema.Attribute.Enumeration<['everybody', 'staff', 'enterprise', 'worker']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'everybody'>;
    bodyEn: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 2000;
      }>;
    bodyZh: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    showFrom: Schema.Attribute.DateTime;
    showUntil: Schema.Attribute.DateTime;
    titleEn: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    titleZh: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiOrderOrder extends Struct.CollectionTypeSchema {
  collectionName: 'orders';
  info: {
    displayName: 'order';
    pluralName: 'orders';
    singularName: 'order';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    amountFen: Schema.Attribute.BigInteger;
    bankCard: Schema.Attribute.Relation<'manyToOne', 'api::bank-card.bank-card'>;
    bankReference: Schema.Attribute.String;
    batch: Schema.Attribute.Relation<'manyToOne', 'api::settlement-batch.settlement-batch'>;
    collectedFen: Schema.Attribute.BigInteger;
    confirmedAt: Schema.Attribute.DateTime;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    engagement: Schema.Attribute.Relation<'manyToOne', 'api::engagement.engagement'>;
    enterprise: Schema.Attribute.Relation<'manyToOne', 'api::enterprise.enterprise'>;
    failedAt: Schema.Attribute.DateTime;
    feeFen: Schema.Attribute.BigInteger;
    feeMode: Schema.Attribute.String;
    feeTiming: Schema.Attribute.String;
    grossFen: Schema.Attribute.BigInteger;
    incomeTaxFen: Schema.Attribute.BigInteger;
    netFen: Schema.Attribute.BigInteger;
    number: Schema.Attribute.String;
    paidAt: Schema.Attribute.DateTime;
    payeeAccountMasked: Schema.Attribute.String;
    payerAccountMasked: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    reasonCode: Schema.Attribute.String;
    reasonText: Schema.Attribute.String;
    receivableFen: Schema.Attribute.BigInteger;
    remark: Schema.Attribute.String;
    returnedAt: Schema.Attribute.DateTime;
    returnedFee: Schema.Attribute.String;
    rowNo: Schema.Attribute.Integer;
    sentAt: Schema.Attribute.DateTime;
    state: Schema.Attribute.String;
    surchargeFen: Schema.Attribute.BigInteger;
    task: Schema.Attribute.Relation<'manyToOne', 'api::task.task'>;
    taxBearer: Schema.Attribute.String;
    taxDay: Schema.Attribute.Date;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    vatFen: Schema.Attribute.BigInteger;
    worker: Schema.Attribute.Relation<'manyToOne', 'api::worker.worker'>;
  };
}

export interface ApiPayoutPayout extends Struct.CollectionTypeSchema {
  collectionName: 'payouts';
  info: {
    displayName: 'payout';
    pluralName: 'payouts';
    singularName: 'payout';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    amountFen: Schema.Attribute.BigInteger;
    attempt: Schema.Attribute.Integer;
    bankReference: Schema.Attribute.String;
    channel: Schema.Attribute.String;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    instructionFile: Schema.Attribute.String;
    number: Schema.Attribute.String;
    order: Schema.Attribute.Relation<'manyToOne', 'api::order.order'>;
    preparedAt: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    reasonCode: Schema.Attribute.String;
    reasonText: Schema.Attribute.String;
    rejectedAt: Schema.Attribute.DateTime;
    returnedAt: Schema.Attribute.DateTime;
    sentAt: Schema.Attribute.DateTime;
    settledAt: Schema.Attribute.DateTime;
    state: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface ApiRealNameCheckRealNameCheck extends Struct.CollectionTypeSchema {
  collectionName: 'real_name_checks';
  info: {
    displayName: 'real-name-check';
    pluralName: 'real-name-checks';
    singularName: 'real-name-check';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    attempts: Schema.Attribute.Integer;
    bankCard: Schema.Attribute.Relation<'manyToOne', 'api::bank-card.bank-card'>;
    checkedAt: Schema.Attribute.DateTime;
    code: Schema.Attribute.String;
    costFen: Schema.Attribute.BigInteger;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    enterprise: Schema.Attribute.Relation<'manyToOne', 'api::enterprise.enterprise'>;
    evidence: Schema.Attribute.JSON;
    kind: Schema.Attribute.String;
    outcome: Schema.Attribute.String;
    provider: Schema.Attribute.String;
    providerCode: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    reason: Schema.Attribute.String;
    subjectKind: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    worker: Schema.Attribute.Relation<'manyToOne', 'api::worker.worker'>;
  };
}

export interface ApiSettlementBatchSettlementBatch extends Struct.CollectionTypeSchema {
  collectionName: 'settlement_batches';
  info: {
    displayName: 'settlement-batch';
    pluralName: 'settlement-batches';
    singularName: 'settlement-batch';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    amountFen: Schema.Attribute.BigInteger;
    blockedCount: Schema.Attribute.Integer;
    cancelledAt: Schema.Attribute.DateTime;
    completedAt: Schema.Attribute.DateTime;
    confirmedAt: Schema.Attribute.DateTime;
    confirmedBy: Schema.Attribute.Integer;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    enterprise: Schema.Attribute.Relation<'manyToOne', 'api::enterprise.enterprise'>;
    excludedCount: Schema.Attribute.Integer;
    failedCount: Schema.Attribute.Integer;
    feeFen: Schema.Attribute.BigInteger;
    feeMode: Schema.Attribute.String;
    feeRateMillionths: Schema.Attribute.BigInteger;
    feeTiming: Schema.Attribute.String;
    fileFormat: Schema.Attribute.String;
    fileId: Schema.Attribute.String;
    fileName: Schema.Attribute.String;
    fileSha256: Schema.Attribute.String;
    grossFen: Schema.Attribute.BigInteger;
    heldCount: Schema.Attribute.Integer;
    holdKey: Schema.Attribute.String;
    incomeTaxFen: Schema.Attribute.BigInteger;
    lineCount: Schema.Attribute.Integer;
    netFen: Schema.Attribute.BigInteger;
    number: Schema.Attribute.String;
    paidCount: Schema.Attribute.Integer;
    paidFen: Schema.Attribute.BigInteger;
    publishedAt: Schema.Attribute.DateTime;
    quoteBasis: Schema.Attribute.String;
    quotedAt: Schema.Attribute.DateTime;
    quoteDay: Schema.Attribute.Date;
    quoteExpiresAt: Schema.Attribute.DateTime;
    quoteVersion: Schema.Attribute.Integer;
    readyCount: Schema.Attribute.Integer;
    receivableFen: Schema.Attribute.BigInteger;
    releasedAt: Schema.Attribute.DateTime;
    releasedBy: Schema.Attribute.Integer;
    releaseRule: Schema.Attribute.String;
    returnedCount: Schema.Attribute.Integer;
    returnedFee: Schema.Attribute.String;
    runId: Schema.Attribute.String;
    stage: Schema.Attribute.String;
    stageDone: Schema.Attribute.Integer;
    stageTotal: Schema.Attribute.Integer;
    state: Schema.Attribute.String;
    stateReason: Schema.Attribute.Text;
    surchargeFen: Schema.Attribute.BigInteger;
    taxBearer: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    uploadedAt: Schema.Attribute.DateTime;
    uploadedBy: Schema.Attribute.Integer;
    vatFen: Schema.Attribute.BigInteger;
    version: Schema.Attribute.Integer;
  };
}

export interface ApiTaskTask extends Struct.CollectionTypeSchema {
  collectionName: 'tasks';
  info: {
    displayName: 'task';
    pluralName: 'tasks';
    singularName: 'task';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    budgetFen: Schema.Attribute.BigInteger;
    closedAt: Schema.Attribute.DateTime;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.Text;
    endsOn: Schema.Attribute.Date;
    enterprise: Schema.Attribute.Relation<'manyToOne', 'api::enterprise.enterprise'>;
    form: Schema.Attribute.String;
    headcount: Schema.Attribute.Integer;
    number: Schema.Attribute.String;
    openedAt: Schema.Attribute.DateTime;
    place: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    scenario: Schema.Attribute.String;
    startsOn: Schema.Attribute.Date;
    state: Schema.Attribute.String;
    stateReason: Schema.Attribute.Text;
    submittedAt: Schema.Attribute.DateTime;
    title: Schema.Attribute.String;
    unitPriceFen: Schema.Attribute.BigInteger;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    version: Schema.Attribute.Integer;
  };
}

export interface ApiTaxPeriodTaxPeriod extends Struct.CollectionTypeSchema {
  collectionName: 'tax_periods';
  info: {
    displayName: 'tax-period';
    pluralName: 'tax-periods';
    singularName: 'tax-period';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    closedAt: Schema.Attribute.DateTime;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    dueOn: Schema.Attribute.Date;
    filedAt: Schema.Attribute.DateTime;
    grossFen: Schema.Attribute.BigInteger;
    groupCode: Schema.Attribute.String;
    incomeFen: Schema.Attribute.BigInteger;
    incomeTaxFen: Schema.Attribute.BigInteger;
    month: Schema.Attribute.String;
    paidAt: Schema.Attribute.DateTime;
    publishedAt: Schema.Attribute.DateTime;
    recordCount: Schema.Attribute.Integer;
    state: Schema.Attribute.String;
    surchargeFen: Schema.Attribute.BigInteger;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    vatFen: Schema.Attribute.BigInteger;
    workerCount: Schema.Attribute.Integer;
  };
}

export interface ApiTaxRecordTaxRecord extends Struct.CollectionTypeSchema {
  collectionName: 'tax_records';
  info: {
    displayName: 'tax-record';
    pluralName: 'tax-records';
    singularName: 'tax-record';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    collectedFen: Schema.Attribute.BigInteger;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    cumulativeTaxFen: Schema.Attribute.BigInteger;
    educationFen: Schema.Attribute.BigInteger;
    enterprise: Schema.Attribute.Relation<'manyToOne', 'api::enterprise.enterprise'>;
    finalAt: Schema.Attribute.DateTime;
    grossFen: Schema.Attribute.BigInteger;
    groupCode: Schema.Attribute.String;
    incomeFen: Schema.Attribute.BigInteger;
    incomeTaxFen: Schema.Attribute.BigInteger;
    localEducationFen: Schema.Attribute.BigInteger;
    months: Schema.Attribute.Integer;
    netFen: Schema.Attribute.BigInteger;
    order: Schema.Attribute.Relation<'manyToOne', 'api::order.order'>;
    parametersVersion: Schema.Attribute.String;
    period: Schema.Attribute.Relation<'manyToOne', 'api::tax-period.tax-period'>;
    publishedAt: Schema.Attribute.DateTime;
    quickFen: Schema.Attribute.BigInteger;
    rateMillionths: Schema.Attribute.BigInteger;
    receivableFen: Schema.Attribute.BigInteger;
    regime: Schema.Attribute.String;
    runNo: Schema.Attribute.Integer;
    sequence: Schema.Attribute.Integer;
    state: Schema.Attribute.String;
    taxableFen: Schema.Attribute.BigInteger;
    taxDay: Schema.Attribute.Date;
    taxMonth: Schema.Attribute.String;
    trace: Schema.Attribute.JSON;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    urbanMaintenanceFen: Schema.Attribute.BigInteger;
    vatFen: Schema.Attribute.BigInteger;
    vatRole: Schema.Attribute.String;
    voidedAt: Schema.Attribute.DateTime;
    worker: Schema.Attribute.Relation<'manyToOne', 'api::worker.worker'>;
  };
}

export interface ApiWorkerWorker extends Struct.CollectionTypeSchema {
  collectionName: 'workers';
  info: {
    displayName: 'worker';
    pluralName: 'workers';
    singularName: 'worker';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    addressMasked: Schema.Attribute.String;
    addressSealed: Schema.Attribute.Text;
    agencyFrom: Schema.Attribute.Date;
    agencyTo: Schema.Attribute.Date;
    country: Schema.Attribute.String;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    identityBlind: Schema.Attribute.String;
    identityKind: Schema.Attribute.String;
    identityMasked: Schema.Attribute.String;
    identitySealed: Schema.Attribute.Text;
    nameBlind: Schema.Attribute.String;
    nameMasked: Schema.Attribute.String;
    nameSealed: Schema.Attribute.Text;
    number: Schema.Attribute.String;
    phoneBlind: Schema.Attribute.String;
    phoneMasked: Schema.Attribute.String;
    phoneSealed: Schema.Attribute.Text;
    publishedAt: Schema.Attribute.DateTime;
    realNameCheckedAt: Schema.Attribute.DateTime;
    realNameCode: Schema.Attribute.String;
    realNameState: Schema.Attribute.String;
    registeredAt: Schema.Attribute.DateTime;
    resident: Schema.Attribute.Boolean;
    skills: Schema.Attribute.JSON;
    source: Schema.Attribute.String;
    state: Schema.Attribute.String;
    stateReason: Schema.Attribute.Text;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    vatRole: Schema.Attribute.String;
    version: Schema.Attribute.Integer;
  };
}

export interface PluginContentReleasesRelease extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_releases';
  info: {
    displayName: 'Release';
    pluralName: 'releases';
    singularName: 'release';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    actions: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release-action'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    name: Schema.Attribute.String & Schema.Attribute.Required;
    publishedAt: Schema.Attribute.DateTime;
    releasedAt: Schema.Attribute.DateTime;
    scheduledAt: Schema.Attribute.DateTime;
    status: Schema.Attribute.Enumeration<['ready', 'blocked', 'failed', 'done', 'empty']> & Schema.Attribute.Required;
    timezone: Schema.Attribute.String;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginContentReleasesReleaseAction extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_release_actions';
  info: {
    displayName: 'Release Action';
    pluralName: 'release-actions';
    singularName: 'release-action';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    contentType: Schema.Attribute.String & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    entryDocumentId: Schema.Attribute.String;
    isEntryValid: Schema.Attribute.Boolean;
    locale: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    release: Schema.Attribute.Relation<'manyToOne', 'plugin::content-releases.release'>;
    type: Schema.Attribute.Enumeration<['publish', 'unpublish']> & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginI18NLocale extends Struct.CollectionTypeSchema {
  collectionName: 'i18n_locale';
  info: {
    collectionName: 'locales';
    description: '';
    displayName: 'Locale';
    pluralName: 'locales';
    singularName: 'locale';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    code: Schema.Attribute.String & Schema.Attribute.Unique;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    name: Schema.Attribute.String &
      Schema.Attribute.SetMinMax<
        {
          max: 50;
          min: 1;
        },
        number
      >;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginReviewWorkflowsWorkflow extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_workflows';
  info: {
    description: '';
    displayName: 'Workflow';
    name: 'Workflow';
    pluralName: 'workflows';
    singularName: 'workflow';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    contentTypes: Schema.Attribute.JSON & Schema.Attribute.Required & Schema.Attribute.DefaultTo<'[]'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    name: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Unique;
    publishedAt: Schema.Attribute.DateTime;
    stageRequiredToPublish: Schema.Attribute.Relation<'oneToOne', 'plugin::review-workflows.workflow-stage'>;
    stages: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow-stage'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginReviewWorkflowsWorkflowStage extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_workflows_stages';
  info: {
    description: '';
    displayName: 'Stages';
    name: 'Workflow Stage';
    pluralName: 'workflow-stages';
    singularName: 'workflow-stage';
  };
  options: {
    draftAndPublish: false;
    version: '1.1.0';
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    color: Schema.Attribute.String & Schema.Attribute.DefaultTo<'#4945FF'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    name: Schema.Attribute.String;
    permissions: Schema.Attribute.Relation<'manyToMany', 'admin::permission'>;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    workflow: Schema.Attribute.Relation<'manyToOne', 'plugin::review-workflows.workflow'>;
  };
}

export interface PluginUploadFile extends Struct.CollectionTypeSchema {
  collectionName: 'files';
  info: {
    description: '';
    displayName: 'File';
    pluralName: 'files';
    singularName: 'file';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    alternativeText: Schema.Attribute.Text;
    caption: Schema.Attribute.Text;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    ext: Schema.Attribute.String;
    focalPoint: Schema.Attribute.JSON;
    folder: Schema.Attribute.Relation<'manyToOne', 'plugin::upload.folder'> & Schema.Attribute.Private;
    folderPath: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    formats: Schema.Attribute.JSON;
    hash: Schema.Attribute.String & Schema.Attribute.Required;
    height: Schema.Attribute.Integer;
    mime: Schema.Attribute.String & Schema.Attribute.Required;
    name: Schema.Attribute.String & Schema.Attribute.Required;
    previewUrl: Schema.Attribute.Text;
    provider: Schema.Attribute.String & Schema.Attribute.Required;
    provider_metadata: Schema.Attribute.JSON;
    publishedAt: Schema.Attribute.DateTime;
    related: Schema.Attribute.Relation<'morphToMany'>;
    size: Schema.Attribute.Decimal & Schema.Attribute.Required;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    url: Schema.Attribute.Text & Schema.Attribute.Required;
    width: Schema.Attribute.Integer;
  };
}

export interface PluginUploadFolder extends Struct.CollectionTypeSchema {
  collectionName: 'upload_folders';
  info: {
    displayName: 'Folder';
    pluralName: 'folders';
    singularName: 'folder';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    children: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.folder'>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    files: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.file'>;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    parent: Schema.Attribute.Relation<'manyToOne', 'plugin::upload.folder'>;
    path: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1;
      }>;
    pathId: Schema.Attribute.Integer & Schema.Attribute.Required & Schema.Attribute.Unique;
    publishedAt: Schema.Attribute.DateTime;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginUsersPermissionsPermission extends Struct.CollectionTypeSchema {
  collectionName: 'up_permissions';
  info: {
    description: '';
    displayName: 'Permission';
    name: 'permission';
    pluralName: 'permissions';
    singularName: 'permission';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    action: Schema.Attribute.String & Schema.Attribute.Required;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    publishedAt: Schema.Attribute.DateTime;
    role: Schema.Attribute.Relation<'manyToOne', 'plugin::users-permissions.role'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
  };
}

export interface PluginUsersPermissionsRole extends Struct.CollectionTypeSchema {
  collectionName: 'up_roles';
  info: {
    description: '';
    displayName: 'Role';
    name: 'role';
    pluralName: 'roles';
    singularName: 'role';
  };
  options: {
    draftAndPublish: false;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    description: Schema.Attribute.String;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 3;
      }>;
    permissions: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.permission'>;
    publishedAt: Schema.Attribute.DateTime;
    type: Schema.Attribute.String & Schema.Attribute.Unique;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    users: Schema.Attribute.Relation<'oneToMany', 'plugin::users-permissions.user'>;
  };
}

export interface PluginUsersPermissionsUser extends Struct.CollectionTypeSchema {
  collectionName: 'up_users';
  info: {
    description: '';
    displayName: 'User';
    name: 'user';
    pluralName: 'users';
    singularName: 'user';
  };
  options: {
    draftAndPublish: false;
    timestamps: true;
  };
  pluginOptions: {
    'content-manager': {
      visible: false;
    };
    'content-type-builder': {
      visible: false;
    };
  };
  attributes: {
    accountRole: Schema.Attribute.Enumeration<
      [
        'operator',
        'merchant-reviewer',
        'task-reviewer',
        'risk-officer',
        'tax-officer',
        'finance-officer',
        'finance-approver',
        'archivist',
        'customer-service',
        'config-operator',
        'config-approver',
        'institution-manager',
        'enterprise',
        'worker',
        'regulator',
        'partner',
        'system-admin',
        'security-admin',
        'audit-admin',
      ]
    >;
    blocked: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    confirmationToken: Schema.Attribute.String & Schema.Attribute.Private;
    confirmed: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    createdAt: Schema.Attribute.DateTime;
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    email: Schema.Attribute.Email &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    enterpriseId: Schema.Attribute.Integer;
    password: Schema.Attribute.Password &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6;
      }>;
    provider: Schema.Attribute.String;
    publishedAt: Schema.Attribute.DateTime;
    resetPasswordToken: Schema.Attribute.String & Schema.Attribute.Private;
    role: Schema.Attribute.Relation<'manyToOne', 'plugin::users-permissions.role'>;
    updatedAt: Schema.Attribute.DateTime;
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private;
    username: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 3;
      }>;
    workerId: Schema.Attribute.Integer;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ContentTypeSchemas {
      'admin::api-token': AdminApiToken;
      'admin::api-token-permission': AdminApiTokenPermission;
      'admin::permission': AdminPermission;
      'admin::role': AdminRole;
      'admin::session': AdminSession;
      'admin::transfer-token': AdminTransferToken;
      'admin::transfer-token-permission': AdminTransferTokenPermission;
      'admin::user': AdminUser;
      'api::bank-card.bank-card': ApiBankCardBankCard;
      'api::contract-template.contract-template': ApiContractTemplateContractTemplate;
      'api::contract.contract': ApiContractContract;
      'api::deposit.deposit': ApiDepositDeposit;
      'api::engagement.engagement': ApiEngagementEngagement;
      'api::enterprise-account.enterprise-account': ApiEnterpriseAccountEnterpriseAccount;
      'api::enterprise.enterprise': ApiEnterpriseEnterprise;
      'api::fee-plan.fee-plan': ApiFeePlanFeePlan;
      'api::guide.guide': ApiGuideGuide;
      'api::notice.notice': ApiNoticeNotice;
      'api::order.order': ApiOrderOrder;
      'api::payout.payout': ApiPayoutPayout;
      'api::real-name-check.real-name-check': ApiRealNameCheckRealNameCheck;
      'api::settlement-batch.settlement-batch': ApiSettlementBatchSettlementBatch;
      'api::task.task': ApiTaskTask;
      'api::tax-period.tax-period': ApiTaxPeriodTaxPeriod;
      'api::tax-record.tax-record': ApiTaxRecordTaxRecord;
      'api::worker.worker': ApiWorkerWorker;
      'plugin::content-releases.release': PluginContentReleasesRelease;
      'plugin::content-releases.release-action': PluginContentReleasesReleaseAction;
      'plugin::i18n.locale': PluginI18NLocale;
      'plugin::review-workflows.workflow': PluginReviewWorkflowsWorkflow;
      'plugin::review-workflows.workflow-stage': PluginReviewWorkflowsWorkflowStage;
      'plugin::upload.file': PluginUploadFile;
      'plugin::upload.folder': PluginUploadFolder;
      'plugin::users-permissions.permission': PluginUsersPermissionsPermission;
      'plugin::users-permissions.role': PluginUsersPermissionsRole;
      'plugin::users-permissions.user': PluginUsersPermissionsUser;
    }
  }
}
