package zoo.inheritance;

import jakarta.persistence.*;

/** Joined, three deep, with a discriminator of numbers and a key of another name. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "wheels", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("0")
public class Vehicle extends Recorded {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String plate;

    @Entity
    @DiscriminatorValue("4")
    @PrimaryKeyJoinColumn(name = "vehicle_id", foreignKey = @ForeignKey(name = "fk_car_vehicle"))
    public static class Car extends Vehicle {
        @Column(nullable = false)
        private int seats;
    }

    @Entity
    @DiscriminatorValue("6")
    @Table(name = "lorries")
    public static class Lorry extends Car {
        private Double load;
    }
}
