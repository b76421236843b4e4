import { Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Instant } from '../parts/time';
import { CodeTask } from './code-task';
import { EnrolSteps } from './enrol-steps';
import { forgetMe, type Me, type SecondFactor } from './me';
import { RecoveryCodes, recoveryCodesOf } from './recovery-codes';

type Task = 'enrol' | 'check' | 'recovery-codes' | 'remove';

interface FactorCardProps {
  me: Me;
  isFirst: boolean;
  onTold?: ((isTold: boolean) => void) | undefined;
}

/** The second factor (双因素): set up, changed, given up; its codes are told once. */
export function FactorCard({ me, isFirst, onTold }: FactorCardProps): ReactNode {
  const translate = useTranslate();
  const queries = useQueryClient();
  const { secondFactor } = me;
  // A session that has not passed the factor of its account gives a code; an account without one sets it up.
  const [task, setTask] = useState<Task | undefined>(firstTask(secondFactor, isFirst));
  const [codes, setCodes] = useState<readonly string[] | undefined>(undefined);
  const end = (answer?: unknown): void => {
    setTask(undefined);
    tell(recoveryCodesOf(answer));
    if (recoveryCodesOf(answer) === undefined) refresh();
  };
  const tell = (told: readonly string[] | undefined): void => {
    setCodes(told);
    onTold?.(told !== undefined);
  };
  const refresh = (): void => {
    forgetMe();
    void queries.invalidateQueries();
  };
  return (
    <Card title={translate('security.factor')} sx={{ maxWidth: 720 }}>
      {isFirst && codes === undefined && <Typography sx={{ mb: 2 }}>{translate(firstLead(secondFactor))}</Typography>}
      {codes !== undefined && (
        <RecoveryCodes
          codes={codes}
          onDone={() => {
            tell(undefined);
            refresh();
          }}
        />
      )}
      {codes === undefined && task === undefined && <FactorState factor={secondFactor} onTask={setTask} />}
      {codes === undefined && task === 'enrol' && (
        <EnrolSteps
          onDone={end}
          onCheck={() => {
            setTask('check');
          }}
        />
      )}
      {codes === undefined && task !== undefined && task !== 'enrol' && (
        <CodeTask
          key={task}
          action={task}
          onDone={end}
          {...(isFirst
            ? {}
            : {
                onCancel: () => {
                  setTask(undefined);
                },
              })}
        />
      )}
    </Card>
  );
}

function firstTask({ isOn }: SecondFactor, isFirst: boolean): Task | undefined {
  if (!isFirst) return undefined;
  return isOn ? 'check' : 'enrol';
}

function firstLead({ isOn }: SecondFactor): string {
  return isOn ? 'security.firstCheck' : 'security.first';
}

/** Whether it is on, since when, and what may be done about it. */
function FactorState({ factor, onTask }: { factor: SecondFactor; onTask: (task: Task) => void }): ReactNode {
  const translate = useTranslate();
  const { isOn, isDemanded, since, recoveryCodesLeft } = factor;
  const button = (task: Task, label: string, main = false): ReactNode => (
    <Button
      {...(main ? { variant: 'contained', color: 'primary' } : {})}
      onClick={() => {
        onTask(task);
      }}
    >
      {translate(label)}
    </Button>
  );
  return (
    <>
      <Facts
        facts={[
          { label: translate('security.state'), value: translate(isOn ? 'security.on' : 'security.off') },
          ...(since === undefined ? [] : [{ label: translate('security.since'), value: <Instant at={since} /> }]),
          ...(isOn ? [{ label: translate('security.codesLeft'), value: recoveryCodesLeft.toString() }] : []),
        ]}
      />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 2 }}>
        {isOn ? button('enrol', 'security.change') : button('enrol', 'security.turnOn', true)}
        {isOn && button('recovery-codes', 'security.renew')}
        {isOn && !isDemanded && button('remove', 'security.turnOff')}
      </Box>
    </>
  );
}
