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