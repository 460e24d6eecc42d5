CREATE TABLE `absences` (
	`brand_id` text NOT NULL,
	`platform` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`brand_id`, `platform`),
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `former_handles` (
	`claim_id` text NOT NULL,
	`platform` text NOT NULL,
	`handle` text NOT NULL,
	`left_at` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `handle`, `left_at`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `post_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`domain` text NOT NULL,
	`location` text,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_codes_claim` ON `post_codes` (`claim_id`,`issued_at`);--> statement-breakpoint
CREATE TABLE `site_accounts` (
	`domain_id` text NOT NULL,
	`platform` text NOT NULL,
	`handle` text NOT NULL,
	`source` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`domain_id`, `platform`, `handle`, `source`),
	FOREIGN KEY (`domain_id`) REFERENCES `domains`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `site_accounts_account` ON `site_accounts` (`platform`,`handle`);--> statement-breakpoint
CREATE TABLE `site_readings` (
	`domain_id` text PRIMARY KEY NOT NULL,
	`read_at` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`detail` text,
	FOREIGN KEY (`domain_id`) REFERENCES `domains`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `alarms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL,
	`since` integer NOT NULL,
	`last_at` integer NOT NULL,
	`count` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alarms_open` ON `alarms` (`kind`,`subject`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `hosts` (
	`host` text PRIMARY KEY NOT NULL,
	`leased_until` integer NOT NULL,
	`next_at` integer NOT NULL,
	`blocked_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `kept_pages` (
	`url` text PRIMARY KEY NOT NULL,
	`etag` text,
	`last_modified` text,
	`content_type` text,
	`body` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `kept_pages_at` ON `kept_pages` (`at`);--> statement-breakpoint
CREATE TABLE `platform_looks` (
	`platform` text NOT NULL,
	`organisation_id` text NOT NULL,
	`looked_at` integer NOT NULL,
	`refused_at` integer,
	`silent_at` integer,
	PRIMARY KEY(`platform`, `organisation_id`)
);
--> statement-breakpoint
CREATE INDEX `platform_looks_newest` ON `platform_looks` (`platform`,`looked_at`);--> statement-breakpoint
DROP INDEX `claims_proved_handle`;--> statement-breakpoint
ALTER TABLE `claims` ADD `looked_at` integer;--> statement-breakpoint
ALTER TABLE `claims` ADD `missing_since` integer;--> statement-breakpoint
ALTER TABLE `claims` ADD `ended_on` text;--> statement-breakpoint
CREATE INDEX `claims_platform_id` ON `claims` (`platform`,`platform_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `claims_proved_handle` ON `claims` (`platform`,`handle`) WHERE account_state in ('proved', 'failing') and state <> 'withdrawn';--> statement-breakpoint
ALTER TABLE `brands` ADD `frozen_at` integer;--> statement-breakpoint
ALTER TABLE `account_proofs` ADD `location` text;--> statement-breakpoint
ALTER TABLE `account_proofs` ADD `ends_at` integer;