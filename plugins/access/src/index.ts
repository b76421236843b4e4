export { route } from './server/http/define-route';
export {
  binary,
  type AnswerOf,
  type Call,
  type Exchange,
  type Method,
  type Route,
  type RouteSpec,
} from './server/http/route';
export { withUploadedFile, type UploadedFile } from './server/http/uploaded-file';
export { demandStorable } from './server/http/parse-input';
export { InputProblem } from './server/http/input-problem';
export { fieldFaults } from './server/http/issue-text';
export { apiRoutes } from './server/http/router';
export type { Account, Locale } from './server/http/account';
export { actorOf } from './server/http/account';
export { consoleResource, scopeBy, type ConsoleResource, type ConsoleScope } from './server/console/console-resource';
export { readWaiting } from './server/waiting/read-waiting';
export { waitingKindsOf, type WaitingKind, type WaitingNow, type WaitingReason } from './server/waiting/waiting-kinds';
export { consoleRoutes } from './server/console/console-routes';
export { covers, type RowScope } from './domain/row-scope';
export type { Condition, DayBound, FilterKind, ListColumn, ListColumns } from './domain/list-query';
export { eventStreamType, watch } from './server/live/watch';
export { keysetPage, type KeysetList, type Page } from './server/http/keyset-page';
export type { Duty } from './domain/duty';
export type { Addressee, News, NewsKind } from './domain/news';
export { NEWS_MAX, tellNews } from './server/news/tell-news';
export { DUTIES_MAX, tellDuties } from './server/notices/tell-duties';
export { accountsOfRoles, type RoleHolder } from './server/accounts/accounts-of-roles';
export { createAccount, type NewAccount } from './server/accounts/create-account';
export { hasOwnAccount, openOwnAccount, type OwnAccount } from './server/accounts/open-own-account';
export { limitsOf, type Limits } from './server/limits/limits';
export { enrolFactor } from './server/second-factor/enrol';
export { codeAt, newSecret as newTotpSecret } from './server/second-factor/totp';
export { closeTokenAccounts, tokenFor, type TokenOwner } from './server/accounts/token-for';
export { apiDocumentOf } from './server/openapi/api-document';
export { nativeLapsesOf } from './server/approvals/native-lapses';
export { askApproval, type NewApproval } from './server/approvals/ask-approval';
export {
  approvalsAbout,
  waitingApprovals,
  type ToldApproval,
  type WaitingApproval,
} from './server/approvals/waiting-approvals';
export { decidedApproval, type DecidedApproval } from './server/approvals/decided-approval';
export {
  areTwoAdministrators,
  presentAdministrator,
  type PresentAdministrator,
} from './server/second-factor/present-administrator';
export { elevatedFor, type ElevatedWish, type Elevation } from './server/elevations/elevated';
export { noteLook, type Look } from './server/elevations/note-look';
export { holderOf, type Holder } from './server/persons/declare-holder';
export { signInHearersOf, type DeviceSignIn } from './server/signals/sign-in-hearers';
export { noteSignals, type SignedInParty } from './server/signals/note-signals';
export { personPortOf, type PersonQuestion } from './server/persons/person-port';
export { messagesOf, senderOf as messageSenderOf, type Messages } from './server/messages/messages';
export type { MessageSender } from './server/messages/message-sender';
export { messageTextsOf, type MessageWords, type WordsInForce } from './server/messages/message-texts';
export { bringGuides } from './server/guides/bring-guides';
export { titled, type Guide } from './domain/guides/guide';
