package zoo.mapped;

public class Place {
    private String street;
    private String city;
}
