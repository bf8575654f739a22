import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { configOf, synthesize } from './support/synthesize.ts';
import { onlyResource, resourceNamed } from './support/template.ts';

const templates = [1, 15, 60].map((everyMinutes): [number, Template] => [
  everyMinutes,
  synthesize(configOf('demo', { sweeper: { everyMinutes } })),
]);

const alarmOf = (template: Template, id: string) =>
  resourceNamed(template, 'AWS::CloudWatch::Alarm', `MonitoringAlarms${id}`) as {
    Period: number;
    EvaluationPeriods: number;
    Threshold: number;
  };

describe.each(templates)('A sweeper that runs every %d minutes', (everyMinutes, template) => {
  it('is not repeated by its schedule or by Lambda, because the next run is the retry', () => {
    expect(onlyResource(template, 'AWS::Scheduler::Schedule')).toMatchObject({
      ScheduleExpression: expect.stringMatching(/^rate\(\d+ (minutes?|hours?)\)$/),
      State: 'ENABLED',
      Target: { RetryPolicy: { MaximumRetryAttempts: 0 } },
    });
    expect(onlyResource(template, 'AWS::Lambda::EventInvokeConfig')).toMatchObject({
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: Math.min(everyMinutes, 10) * 60,
    });
  });

  it('ends before the next run starts', () => {
    const { Timeout } = resourceNamed(template, 'AWS::Lambda::Function', 'ProgramsSweeperSweep');

    expect(Timeout).toBeLessThanOrEqual(everyMinutes * 60);
  });

  it('has an alarm for failures that one failed run in each period sets off', () => {
    const { Period, Threshold, ...alarm } = alarmOf(template, 'SweeperErrors');

    expect(Period).toBeGreaterThanOrEqual(2 * everyMinutes * 60);
    expect(Threshold).toBe(1);
    expect(alarm).toMatchObject({ ComparisonOperator: 'GreaterThanOrEqualToThreshold' });
  });

  it('has an alarm for a schedule that has stopped, which no data sets off', () => {
    const alarm = alarmOf(template, 'SweeperStopped');

    expect(alarm.Period).toBeGreaterThanOrEqual(2 * everyMinutes * 60);
    expect(alarm).toMatchObject({
      MetricName: 'Invocations',
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it('has alarms that CloudWatch can evaluate: over at most a day, or a week of longer periods', () => {
    for (const id of ['SweeperErrors', 'SweeperStopped']) {
      const { Period, EvaluationPeriods } = alarmOf(template, id);
      expect(Period * EvaluationPeriods).toBeLessThanOrEqual(Period < 3600 ? 86_400 : 7 * 86_400);
    }
  });
});
