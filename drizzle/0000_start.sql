CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`hint` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash_unique` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_organisation` ON `api_keys` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notices_organisation` ON `notices` (`organisation_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`pseudonym` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_pseudonym_unique` ON `organisations` (`pseudonym`);--> statement-breakpoint
CREATE TABLE `badges` (
	`brand_id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`jwt` text NOT NULL,
	`kid` text NOT NULL,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `brand_words` (
	`word` text NOT NULL,
	`brand_id` text NOT NULL,
	PRIMARY KEY(`word`, `brand_id`),
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `brand_words_brand` ON `brand_words` (`brand_id`);--> statement-breakpoint
CREATE TABLE `brands` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`slug` text,
	`name` text NOT NULL,
	`name_state` text NOT NULL,
	`aliases` text NOT NULL,
	`category` text,
	`country` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `brands_slug_unique` ON `brands` (`slug`);--> statement-breakpoint
CREATE INDEX `brands_organisation` ON `brands` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `brands_category` ON `brands` (`category`);--> statement-breakpoint
CREATE INDEX `brands_country` ON `brands` (`country`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`method` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`detail` text,
	`perspectives` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_subject` ON `attempts` (`subject`,`at`);--> statement-breakpoint
CREATE TABLE `challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`domain_id` text NOT NULL,
	`token` text NOT NULL,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`domain_id`) REFERENCES `domains`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `challenges_token_unique` ON `challenges` (`token`);--> statement-breakpoint
CREATE INDEX `challenges_domain` ON `challenges` (`domain_id`,`issued_at`);--> statement-breakpoint
CREATE TABLE `domains` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`brand_id` text NOT NULL,
	`name` text NOT NULL,
	`registrable_domain` text NOT NULL,
	`state` text NOT NULL,
	`method` text,
	`strength` text,
	`proving_challenge_id` text,
	`first_proved_at` integer,
	`checked_at` integer,
	`expires_at` integer,
	`failing_since` integer,
	`contested_since` integer,
	`public_from` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `domains_proved` ON `domains` (`name`) WHERE state in ('proved', 'failing');--> statement-breakpoint
CREATE UNIQUE INDEX `domains_own` ON `domains` (`organisation_id`,`name`) WHERE state not in ('released', 'revoked');--> statement-breakpoint
CREATE INDEX `domains_brand` ON `domains` (`brand_id`);--> statement-breakpoint
CREATE INDEX `domains_target` ON `domains` (`organisation_id`,`registrable_domain`,`state`);--> statement-breakpoint
CREATE INDEX `domains_contested` ON `domains` (`name`,`state`,`contested_since`);--> statement-breakpoint
CREATE TABLE `manual_checks` (
	`subject` text NOT NULL,
	`method` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`subject`, `method`)
);
--> statement-breakpoint
CREATE TABLE `account_proofs` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`method` text NOT NULL,
	`strength` text NOT NULL,
	`domain` text NOT NULL,
	`registrable_domain` text NOT NULL,
	`checked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`failing_since` integer,
	`evidence` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_proofs_method` ON `account_proofs` (`claim_id`,`method`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`brand_id` text NOT NULL,
	`platform` text NOT NULL,
	`handle` text NOT NULL,
	`platform_id` text,
	`relation` text NOT NULL,
	`state` text NOT NULL,
	`state_reason` text,
	`account_state` text NOT NULL,
	`published` integer,
	`disputed` integer NOT NULL,
	`first_verified_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_proved_id` ON `claims` (`platform`,`platform_id`) WHERE account_state in ('proved', 'failing') and state <> 'withdrawn' and platform_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `claims_proved_handle` ON `claims` (`platform`,`handle`) WHERE account_state in ('proved', 'failing') and state <> 'withdrawn' and platform_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `claims_own` ON `claims` (`organisation_id`,`platform`,`handle`) WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX `claims_account` ON `claims` (`platform`,`handle`);--> statement-breakpoint
CREATE INDEX `claims_handle` ON `claims` (`handle`);--> statement-breakpoint
CREATE INDEX `claims_brand` ON `claims` (`brand_id`);--> statement-breakpoint
CREATE TABLE `disavowals` (
	`brand_id` text NOT NULL,
	`platform` text NOT NULL,
	`handle` text NOT NULL,
	`decided_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`brand_id`, `platform`, `handle`),
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `disavowals_account` ON `disavowals` (`platform`,`handle`);--> statement-breakpoint
CREATE TABLE `leaf_values` (
	`subject` text NOT NULL,
	`seq` integer NOT NULL,
	`field` text NOT NULL,
	`salt` blob NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`subject`, `seq`, `field`)
);
--> statement-breakpoint
CREATE TABLE `leaves` (
	`index` integer PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`seq` integer NOT NULL,
	`bytes` blob NOT NULL,
	`hash` text NOT NULL,
	`effect` integer NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "leaf_has_effect" CHECK("leaves"."effect" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leaves_subject` ON `leaves` (`subject`,`seq`);--> statement-breakpoint
CREATE TABLE `budgets` (
	`target` text NOT NULL,
	`purpose` text NOT NULL,
	`window_start` integer NOT NULL,
	`used` integer NOT NULL,
	PRIMARY KEY(`target`, `purpose`)
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`target` text,
	`due_at` integer NOT NULL,
	`lease_id` text,
	`leased_until` integer NOT NULL,
	`queued_until` integer NOT NULL,
	`attempts` integer NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "job_has_target" CHECK("jobs"."kind" not like 'look-%' or "jobs"."target" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_subject` ON `jobs` (`kind`,`subject`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`due_at`);