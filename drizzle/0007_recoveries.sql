CREATE TABLE `recoveries` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`incumbent_id` text NOT NULL,
	`brand_id` text NOT NULL,
	`domain_id` text NOT NULL,
	`domain` text NOT NULL,
	`registrable_domain` text NOT NULL,
	`person_id` text,
	`state` text NOT NULL,
	`reason` text,
	`token` text NOT NULL,
	`name_servers` text NOT NULL,
	`registered_at` integer,
	`seen_since` integer,
	`last_seen_at` integer,
	`looked_at` integer,
	`warned_at` integer,
	`upheld_at` integer,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incumbent_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`domain_id`) REFERENCES `domains`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recoveries_token_unique` ON `recoveries` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `recoveries_asked` ON `recoveries` (`organisation_id`,`brand_id`) WHERE state in ('waiting', 'watching', 'disputed');--> statement-breakpoint
CREATE UNIQUE INDEX `recoveries_shown` ON `recoveries` (`brand_id`) WHERE state in ('watching', 'disputed');--> statement-breakpoint
CREATE INDEX `recoveries_incumbent` ON `recoveries` (`incumbent_id`);--> statement-breakpoint
CREATE INDEX `recoveries_brand` ON `recoveries` (`brand_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`what` text NOT NULL,
	`detail` text NOT NULL,
	`membership_id` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_open` ON `proposals` (`organisation_id`,`act`,`subject`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `proposals_organisation` ON `proposals` (`organisation_id`,`created_at`);