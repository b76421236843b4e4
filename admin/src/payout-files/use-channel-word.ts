import { useTranslate } from 'react-admin';

/** The name of a channel in the language of the screen; its code where this console does not know it yet. */
export function useChannelWord(): (row: { channel: string }) => string {
  const translate = useTranslate();
  return ({ channel }) => translate(`choice.channel.${channel}`, { _: channel });
}
