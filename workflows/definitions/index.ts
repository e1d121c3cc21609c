/** The workflow functions, and nothing else: what this file exports is what Temporal can start. */
export { decision } from './decision/workflow.ts';
export { healthCheck } from './health-check/workflow.ts';
export { introduction } from './introduction/workflow.ts';
export { learningCycle } from './learning-cycle/workflow.ts';
export { measurement } from './measurement/workflow.ts';
export { networkLifecycle } from './network-lifecycle/workflow.ts';
export { outcomeCheck } from './outcome-check/workflow.ts';
export { practice, practiceItem } from './practices/workflow.ts';
export { surveyWave } from './survey-wave/workflow.ts';
