CREATE TABLE `badge_pictures` (
	`brand_id` text NOT NULL,
	`variant` text NOT NULL,
	`drawing` text NOT NULL,
	`png` blob NOT NULL,
	`drawn_at` integer NOT NULL,
	PRIMARY KEY(`brand_id`, `variant`),
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `badges` ADD `picture_jwt` text;--> statement-breakpoint
ALTER TABLE `status_entries` ADD `statement` text;