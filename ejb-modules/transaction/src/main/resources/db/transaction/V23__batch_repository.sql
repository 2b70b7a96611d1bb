-- Where Open Liberty's batch container keeps the jobs that pay files: its own tables, as `ddlGen` of the runtime writes
-- them for databaseStore BatchStore, prefix batch_. The container may not create them itself, since the
-- application's role owns nothing (docs/adr/0006). Unused where all contexts share one server, whose one repository is account's. A newer runtime may want more: compare with ddlGen.

create table batch_jobinstance (
  jobinstanceid serial not null,
  amcname varchar(512),
  batchstatus integer not null,
  createtime timestamp not null,
  exitstatus varchar(512),
  instancestate integer not null,
  jobname varchar(256),
  jobxmlname varchar(128),
  jobxml bytea,
  numexecs integer not null,
  restarton varchar(128),
  submitter varchar(256),
  updatetime timestamp,
  primary key (jobinstanceid)
);
create table batch_stepthreadinstance (
  partnum integer not null,
  stepname varchar(128) not null,
  threadtype varchar(31),
  checkpointdata bytea,
  fk_jobinstanceid bigint not null,
  fk_latest_stepexecid bigint not null,
  partitioned boolean,
  partitionplansize integer,
  startcount integer,
  primary key (partnum, stepname, fk_jobinstanceid)
);
create index batch_sti_fkinstanceid_ix on batch_stepthreadinstance (fk_jobinstanceid);
create index batch_sti_fklatest_sei_ix on batch_stepthreadinstance (fk_latest_stepexecid);
create table batch_stepthreadexecution (
  stepexecid serial not null,
  threadtype varchar(31),
  batchstatus integer not null,
  m_commit bigint not null,
  endtime timestamp,
  exitstatus varchar(512),
  m_filter bigint not null,
  internalstatus integer not null,
  partnum integer not null,
  userdata bytea,
  m_processskip bigint not null,
  m_read bigint not null,
  m_readskip bigint not null,
  m_rollback bigint not null,
  starttime timestamp,
  stepname varchar(128) not null,
  m_write bigint not null,
  m_writeskip bigint not null,
  fk_jobexecid bigint not null,
  fk_toplvl_stepexecid bigint,
  ispartitionedstep boolean,
  primary key (stepexecid)
);
create index batch_ste_fkjobexecid_ix on batch_stepthreadexecution (fk_jobexecid);
create index batch_ste_fktlstepeid_ix on batch_stepthreadexecution (fk_toplvl_stepexecid);
create table batch_jobexecution (
  jobexecid serial not null,
  batchstatus integer not null,
  createtime timestamp not null,
  endtime timestamp,
  execnum integer not null,
  exitstatus varchar(512),
  jobparameters bytea,
  updatetime timestamp,
  logpath varchar(512),
  resturl varchar(512),
  serverid varchar(256),
  starttime timestamp,
  fk_jobinstanceid bigint not null,
  primary key (jobexecid)
);
create index batch_je_fkinstanceid_ix on batch_jobexecution (fk_jobinstanceid);
create table batch_remotablepartition (
  partnum integer not null,
  stepname varchar(255) not null,
  internalstate integer,
  lastupdated timestamp,
  logpath varchar(512),
  resturl varchar(512),
  serverid varchar(256),
  fk_jobexecutionid bigint not null,
  fk_stepexecutionid bigint,
  primary key (partnum, stepname, fk_jobexecutionid)
);
create table batch_groupassociation (
  fk_jobinstanceid bigint,
  groupnames varchar(255)
);
create index batch_ga_fkinstanceid_ix on batch_groupassociation (fk_jobinstanceid);
create table batch_jobparameter (
  name varchar(255),
  value varchar(255),
  fk_jobexecid bigint
);
create index batch_jp_fkjobexecid_ix on batch_jobparameter (fk_jobexecid);
alter table batch_stepthreadexecution
  add constraint unq_batch_stepthreadexecution_0
  unique (fk_jobexecid, stepname, partnum);
alter table batch_stepthreadinstance
  add constraint fk_batch_stepthreadinstance_fk_jobinstanceid
  foreign key (fk_jobinstanceid) references batch_jobinstance (jobinstanceid);
alter table batch_stepthreadinstance
  add constraint fk_batch_stepthreadinstance_fk_latest_stepexecid
  foreign key (fk_latest_stepexecid) references batch_stepthreadexecution (stepexecid);
alter table batch_stepthreadexecution
  add constraint fk_batch_stepthreadexecution_fk_toplvl_stepexecid
  foreign key (fk_toplvl_stepexecid) references batch_stepthreadexecution (stepexecid);
alter table batch_stepthreadexecution
  add constraint fk_batch_stepthreadexecution_fk_jobexecid
  foreign key (fk_jobexecid) references batch_jobexecution (jobexecid);
alter table batch_jobexecution
  add constraint fk_batch_jobexecution_fk_jobinstanceid
  foreign key (fk_jobinstanceid) references batch_jobinstance (jobinstanceid);
alter table batch_remotablepartition
  add constraint fk_batch_remotablepartition_fk_jobexecutionid
  foreign key (fk_jobexecutionid) references batch_jobexecution (jobexecid);
alter table batch_remotablepartition
  add constraint fk_batch_remotablepartition_fk_stepexecutionid
  foreign key (fk_stepexecutionid) references batch_stepthreadexecution (stepexecid);
alter table batch_groupassociation
  add constraint fk_batch_groupassociation_fk_jobinstanceid
  foreign key (fk_jobinstanceid) references batch_jobinstance (jobinstanceid);
alter table batch_jobparameter
  add constraint fk_batch_jobparameter_fk_jobexecid
  foreign key (fk_jobexecid) references batch_jobexecution (jobexecid);

grant select, insert, update, delete on
  batch_jobinstance,
  batch_stepthreadinstance,
  batch_stepthreadexecution,
  batch_jobexecution,
  batch_remotablepartition,
  batch_groupassociation,
  batch_jobparameter to ${app};
grant usage, select on sequence
  batch_jobinstance_jobinstanceid_seq,
  batch_stepthreadexecution_stepexecid_seq,
  batch_jobexecution_jobexecid_seq to ${app};
