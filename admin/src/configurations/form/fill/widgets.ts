import type { RegistryWidgetsType } from '@rjsf/utils';
import { ChoicesWidget, ChoiceWidget } from './choice-widgets';
import { FileWidget } from './file-widget';
import { CardWidget, CodeWidget, DateWidget, MoneyWidget, NumberWidget, TextWidget } from './plain-widgets';
import { RegionWidget } from './region-widget';
import { TableWidget } from './table-widget';

/** A widget for each type of field, by the names that `uiSchema` of the domain gives them. */
export const widgets: RegistryWidgetsType = {
  'linggong-text': TextWidget,
  'linggong-number': NumberWidget,
  'linggong-money': MoneyWidget,
  'linggong-date': DateWidget,
  'linggong-choice': ChoiceWidget,
  'linggong-choices': ChoicesWidget,
  'linggong-region': RegionWidget,
  'linggong-identity-number': CodeWidget,
  'linggong-uscc': CodeWidget,
  'linggong-phone': CodeWidget,
  'linggong-bank-card': CardWidget,
  'linggong-file': FileWidget,
  'linggong-table': TableWidget,
};
