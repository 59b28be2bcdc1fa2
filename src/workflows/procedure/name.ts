/** The name of the workflow of all procedures: it stands in front of their commands (`record.approve`). */
export const RECORD = 'record';
