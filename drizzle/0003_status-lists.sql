CREATE TABLE `status_entries` (
	`list` integer NOT NULL,
	`index` integer NOT NULL,
	`brand_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `status_entries_place` ON `status_entries` (`list`,`index`);--> statement-breakpoint
CREATE INDEX `status_entries_brand` ON `status_entries` (`brand_id`);--> statement-breakpoint
ALTER TABLE `badges` ADD `status_list` integer;--> statement-breakpoint
ALTER TABLE `badges` ADD `status_index` integer;--> statement-breakpoint
CREATE INDEX `badges_kid` ON `badges` (`kid`);